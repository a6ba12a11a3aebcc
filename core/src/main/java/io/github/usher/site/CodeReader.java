package io.github.usher.site;

import io.github.usher.site.ClassFile.FieldUse;
import io.github.usher.site.ClassFile.Return;
import io.github.usher.site.ClassFile.Step;
import io.github.usher.site.ClassFile.Text;
import io.github.usher.site.ClassFile.TypeUse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Walks the instructions of a method; only those that use a text, a field or another method are told. */
final class CodeReader {
    private static final int LDC = 18;
    private static final int LDC_W = 19;
    private static final int LDC2_W = 20;
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;
    private static final int GOTO = 167;
    private static final int FIRST_RETURN = 172;
    private static final int LAST_RETURN = 177;
    private static final int GET_STATIC = 178;
    private static final int PUT_STATIC = 179;
    private static final int PUT_FIELD = 181;
    private static final int INVOKE_VIRTUAL = 182;
    private static final int INVOKE_INTERFACE = 185;
    private static final int INVOKE_DYNAMIC = 186;
    private static final int WIDE = 196;
    private static final int IINC = 132;
    private static final int OPCODES = 202;

    /** The length of each instruction, as one digit, in the order of their codes; 0 for those of varying length. */
    private static final String LENGTHS = "1".repeat(16)
            + "23233"
            + "2".repeat(5)
            + "1".repeat(28)
            + "2".repeat(5)
            + "1".repeat(73)
            + "3"
            + "1".repeat(20)
            + "3".repeat(16)
            + "2"
            + "00"
            + "1".repeat(6)
            + "3".repeat(7)
            + "55"
            + "3"
            + "2"
            + "3"
            + "11"
            + "33"
            + "11"
            + "0"
            + "4"
            + "33"
            + "55";

    private final ConstantPool pool;
    private final List<String> recipes;

    CodeReader(ConstantPool pool, List<String> recipes) {
        this.pool = pool;
        this.recipes = recipes;
    }

    /** @param attribute the whole attribute {@code Code} */
    List<Step> steps(byte[] attribute) {
        var buffer = ByteBuffer.wrap(attribute);
        buffer.getInt();
        var code = buffer.slice(8, buffer.getInt());
        var steps = new ArrayList<Step>();
        int at = 0;
        while (at < code.limit()) {
            int opcode = code.get(at) & 0xFF;
            step(opcode, at, code, steps);
            at += length(opcode, at, code);
        }
        return List.copyOf(steps);
    }

    private void step(int opcode, int at, ByteBuffer code, List<Step> steps) {
        if (opcode == LDC) {
            text(code.get(at + 1) & 0xFF, steps);
        } else if (opcode == LDC_W) {
            text(code.getShort(at + 1) & 0xFFFF, steps);
        } else if (opcode == INVOKE_DYNAMIC) {
            linked(code.getShort(at + 1) & 0xFFFF, steps);
        } else if (opcode >= INVOKE_VIRTUAL && opcode <= INVOKE_INTERFACE) {
            steps.add(pool.call(code.getShort(at + 1) & 0xFFFF));
        } else if (opcode >= GET_STATIC && opcode <= PUT_FIELD) {
            var field = pool.call(code.getShort(at + 1) & 0xFFFF);
            steps.add(new FieldUse(field.owner(), field.name(), opcode == PUT_STATIC || opcode == PUT_FIELD));
        } else if (returns(opcode) || (opcode == GOTO && returns(code.get(at + code.getShort(at + 1)) & 0xFF))) {
            steps.add(new Return());
        }
    }

    private static boolean returns(int opcode) {
        return opcode >= FIRST_RETURN && opcode <= LAST_RETURN;
    }

    private void text(int constant, List<Step> steps) {
        if (pool.isString(constant)) {
            steps.add(new Text(pool.text(constant)));
        } else if (pool.isClass(constant)) {
            steps.add(new TypeUse(pool.text(constant)));
        }
    }

    private void linked(int constant, List<Step> steps) {
        int bootstrap = pool.bootstrap(constant);
        var recipe = bootstrap < recipes.size() ? recipes.get(bootstrap) : "";
        if (!recipe.isEmpty()) {
            steps.add(new Text(recipe.replace('\u0001', '*').replace('\u0002', '*')));
        }
    }

    private static int length(int opcode, int at, ByteBuffer code) {
        int padded = (at + 4) & ~3;
        return switch (opcode) {
            case TABLE_SWITCH -> padded - at + 12 + 4 * (code.getInt(padded + 8) - code.getInt(padded + 4) + 1);
            case LOOKUP_SWITCH -> padded - at + 8 + 8 * code.getInt(padded + 4);
            case WIDE -> (code.get(at + 1) & 0xFF) == IINC ? 6 : 4;
            case LDC2_W -> 3;
            default -> opcode < OPCODES ? LENGTHS.charAt(opcode) - '0' : 1;
        };
    }
}
