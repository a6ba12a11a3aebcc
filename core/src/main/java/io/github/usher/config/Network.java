package io.github.usher.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A network of addresses, as {@code 10.0.0.0/8}, {@code ::1} or {@code 192.168.1.7}.
 *
 * @param bits how many leading bits count
 */
public record Network(InetAddress address, int bits) {
    /** @throws IllegalArgumentException where it is none; names are never resolved */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        var address = literal(host);
        int most = address.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("\"" + text + "\" has a prefix length outside 0 to " + most + ".");
        }
        return new Network(address, bits);
    }

    public boolean contains(String remote) {
        try {
            return contains(literal(remote));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean contains(InetAddress remote) {
        var mine = address.getAddress();
        var theirs = remote.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((mine[bit >> 3] & mask) != (theirs[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String host) {
        var plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (!plain.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.%\\w]*")) {
            throw new IllegalArgumentException("\"" + host + "\" is no address such as 10.0.0.0/8 or ::1.");
        }
        try {
            return InetAddress.getByName(plain);
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("\"" + host + "\" is no address such as 10.0.0.0/8 or ::1.", noAddress);
        }
    }
}
