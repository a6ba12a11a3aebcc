package io.github.usher.site;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a compiled class says: its names, its annotations, and for each method the texts that it uses and the methods
 * that it calls, in their order. The class is read as data and never loaded.
 *
 * @param name with dots
 * @param parent the superclass, with dots
 * @param interfaces with dots
 */
public record ClassFile(
        String name, String parent, List<String> interfaces, List<Annotation> annotations, List<Method> methods) {
    private static final int MAGIC = 0xCAFEBABE;

    /**
     * A method.
     *
     * @param descriptor as in {@code (Ljava/lang/String;)V}
     * @param steps what it does with texts and other methods, in the order of its code
     */
    public record Method(String name, String descriptor, List<Annotation> annotations, List<Step> steps) {}

    /**
     * An annotation.
     *
     * @param type with dots
     * @param values each as a list of texts; those that are left out are missing. A nested annotation is the list of
     *     its own texts
     * @param nested the annotations inside, by the name of the value that holds them
     */
    public record Annotation(String type, Map<String, List<String>> values, Map<String, List<Annotation>> nested) {
        /** The annotation's name without package. */
        public String simpleName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }

        /** The texts of the first of these values that is there. */
        public List<String> texts(String... names) {
            for (var name : names) {
                var texts = values.getOrDefault(name, List.of());
                if (!texts.isEmpty()) {
                    return texts;
                }
            }
            return List.of();
        }
    }

    /** One step of a method's code. */
    public sealed interface Step {}

    /** A text is used; in one that is put together from parts, each part that is known only at run time is {@code *}. */
    public record Text(String value) implements Step {}

    /** A class is named as a value, with dots. */
    public record TypeUse(String name) implements Step {}

    /**
     * A method is called.
     *
     * @param owner the class, with dots
     */
    public record Call(String owner, String name, String descriptor) implements Step {}

    /** A field is read or written. */
    public record FieldUse(String owner, String name, boolean written) implements Step {}

    /** The method ends. */
    public record Return() implements Step {}

    /** @throws IOException where it is no class file, or a broken one */
    public static ClassFile parse(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("This is no class file.");
            }
            in.readInt();
            return new ClassFileReader(ConstantPool.read(in), in).read();
        } catch (RuntimeException broken) {
            throw new IOException("This class file is broken.", broken);
        }
    }
}
