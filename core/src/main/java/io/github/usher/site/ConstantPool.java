package io.github.usher.site;

import java.io.DataInputStream;
import java.io.IOException;

/** The constants of a class file. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final int[] tags;
    private final Object[] values;

    private ConstantPool(int size) {
        tags = new int[size];
        values = new Object[size];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        var pool = new ConstantPool(in.readUnsignedShort());
        for (int index = 1; index < pool.tags.length; index++) {
            int tag = in.readUnsignedByte();
            pool.tags[index] = tag;
            pool.values[index] = value(tag, in);
            if (tag == LONG || tag == DOUBLE) {
                index++;
            }
        }
        return pool;
    }

    private static Object value(int tag, DataInputStream in) throws IOException {
        return switch (tag) {
            case UTF8 -> in.readUTF();
            case INTEGER, FLOAT -> in.readInt();
            case LONG, DOUBLE -> in.readLong();
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> in.readUnsignedShort();
            case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC ->
                new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
            case METHOD_HANDLE -> new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
            default -> throw new IOException("A constant of the unknown kind " + tag + ".");
        };
    }

    /** Any constant as text: a name, a string, a class with dots, a number; blank for what has none. */
    String text(int index) {
        if (index <= 0 || index >= values.length || values[index] == null) {
            return "";
        }
        var value = values[index];
        return switch (tags[index]) {
            case UTF8, INTEGER, FLOAT, LONG, DOUBLE -> value.toString();
            case CLASS -> text((Integer) value).replace('/', '.');
            case STRING -> text((Integer) value);
            default -> "";
        };
    }

    boolean isString(int index) {
        return index > 0 && index < tags.length && tags[index] == STRING;
    }

    boolean isClass(int index) {
        return index > 0 && index < tags.length && tags[index] == CLASS;
    }

    /** The method that is called: of a reference, or of a call that is linked at run time. */
    ClassFile.Call call(int index) {
        var both = (int[]) values[index];
        boolean linked = tags[index] == INVOKE_DYNAMIC;
        var nameAndType = (int[]) values[both[1]];
        return new ClassFile.Call(linked ? "" : text(both[0]), text(nameAndType[0]), text(nameAndType[1]));
    }

    /** Which bootstrap method links a call. */
    int bootstrap(int index) {
        return ((int[]) values[index])[0];
    }
}
