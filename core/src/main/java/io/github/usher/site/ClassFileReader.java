package io.github.usher.site;

import io.github.usher.site.ClassFile.Annotation;
import io.github.usher.site.ClassFile.Method;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what follows the constants of a class file. */
final class ClassFileReader {
    private final ConstantPool pool;
    private final DataInputStream in;

    ClassFileReader(ConstantPool pool, DataInputStream in) {
        this.pool = pool;
        this.in = in;
    }

    ClassFile read() throws IOException {
        in.readUnsignedShort();
        var name = pool.text(in.readUnsignedShort());
        var parent = pool.text(in.readUnsignedShort());
        var interfaces = new ArrayList<String>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            interfaces.add(pool.text(in.readUnsignedShort()));
        }
        members();
        var methods = members();
        var attributes = attributes();
        var recipes = recipes(attributes.get("BootstrapMethods"));
        return new ClassFile(
                name,
                parent,
                interfaces,
                annotations(attributes),
                methods.stream().map(member -> method(member, recipes)).toList());
    }

    private record Member(String name, String descriptor, Map<String, byte[]> attributes) {}

    private List<Member> members() throws IOException {
        var members = new ArrayList<Member>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.readUnsignedShort();
            members.add(new Member(pool.text(in.readUnsignedShort()), pool.text(in.readUnsignedShort()), attributes()));
        }
        return members;
    }

    private Map<String, byte[]> attributes() throws IOException {
        var attributes = new LinkedHashMap<String, byte[]>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            var name = pool.text(in.readUnsignedShort());
            attributes.put(name, in.readNBytes(in.readInt()));
        }
        return attributes;
    }

    private Method method(Member member, List<String> recipes) {
        try {
            var code = member.attributes.get("Code");
            return new Method(
                    member.name,
                    member.descriptor,
                    annotations(member.attributes),
                    code == null ? List.of() : new CodeReader(pool, recipes).steps(code));
        } catch (IOException broken) {
            throw new IllegalArgumentException(member.name, broken);
        }
    }

    /** The texts from which calls put a text together, by the number of their bootstrap method. */
    private List<String> recipes(byte @Nullable [] bootstrapMethods) throws IOException {
        var recipes = new ArrayList<String>();
        if (bootstrapMethods == null) {
            return recipes;
        }
        var data = data(bootstrapMethods);
        for (int left = data.readUnsignedShort(); left > 0; left--) {
            data.readUnsignedShort();
            var recipe = "";
            for (int arguments = data.readUnsignedShort(); arguments > 0; arguments--) {
                int argument = data.readUnsignedShort();
                recipe = recipe.isEmpty() && pool.isString(argument) ? pool.text(argument) : recipe;
            }
            recipes.add(recipe);
        }
        return recipes;
    }

    private List<Annotation> annotations(Map<String, byte[]> attributes) throws IOException {
        var bytes = attributes.get("RuntimeVisibleAnnotations");
        if (bytes == null) {
            return List.of();
        }
        var data = data(bytes);
        var annotations = new ArrayList<Annotation>();
        for (int left = data.readUnsignedShort(); left > 0; left--) {
            annotations.add(annotation(data));
        }
        return List.copyOf(annotations);
    }

    private Annotation annotation(DataInputStream data) throws IOException {
        var descriptor = pool.text(data.readUnsignedShort());
        var values = new LinkedHashMap<String, List<String>>();
        var nested = new LinkedHashMap<String, List<Annotation>>();
        for (int left = data.readUnsignedShort(); left > 0; left--) {
            var name = pool.text(data.readUnsignedShort());
            var inside = new ArrayList<Annotation>();
            values.put(name, values(data, inside));
            nested.put(name, inside);
        }
        return new Annotation(typeOf(descriptor), values, nested);
    }

    private List<String> values(DataInputStream data, List<Annotation> nested) throws IOException {
        var texts = new ArrayList<String>();
        int tag = data.readUnsignedByte();
        switch (tag) {
            case 'e' -> {
                data.readUnsignedShort();
                texts.add(pool.text(data.readUnsignedShort()));
            }
            case '@' -> {
                var inside = annotation(data);
                nested.add(inside);
                inside.values().values().forEach(texts::addAll);
            }
            case '[' -> {
                for (int left = data.readUnsignedShort(); left > 0; left--) {
                    texts.addAll(values(data, nested));
                }
            }
            case 'c' -> texts.add(typeOf(pool.text(data.readUnsignedShort())));
            default -> texts.add(pool.text(data.readUnsignedShort()));
        }
        return texts;
    }

    /** {@code Lcom/acme/A;} is {@code com.acme.A}. */
    private static String typeOf(String descriptor) {
        return descriptor.startsWith("L")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }

    private static DataInputStream data(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
