package dev.moka.hub.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPOutputStream;

/// Writes a `.tar.gz` that every `tar` reads: regular files only, under names that stay inside the
/// folder in which they are unpacked.
final class TarGz implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final long LARGEST_OCTAL = 0_777_7777_7777L;
    private static final int BUFFER = 64 * 1024;

    private final GZIPOutputStream out;

    TarGz(OutputStream out) throws IOException {
        this.out = new GZIPOutputStream(out, BUFFER);
    }

    /// Adds a file; one that grew meanwhile is cut, and one that shrank is filled up with zeros,
    /// since its length was written first.
    void add(String name, BasicFileAttributes attributes, InputStream content) throws IOException {
        long size = attributes.size();
        long seconds = Math.max(0, attributes.lastModifiedTime().toMillis() / 1000);
        byte[] path = name.getBytes(UTF_8);
        if (path.length > NAME_LENGTH || size > LARGEST_OCTAL) {
            byte[] extended = extended(name, size);
            header("PaxHeader".getBytes(UTF_8), extended.length, seconds, 'x');
            out.write(extended);
            pad(extended.length);
        }
        header(path, Math.min(size, LARGEST_OCTAL), seconds, '0');
        copy(content, size);
        pad(size);
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }

    private void header(byte[] name, long size, long seconds, char type) throws IOException {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME_LENGTH));
        octal(header, 100, 8, 0644);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, seconds);
        header[156] = (byte) type;
        System.arraycopy("ustar\00000".getBytes(UTF_8), 0, header, 257, 8);
        int sum = 8 * ' ';
        for (byte b : header) {
            sum += b & 0xFF;
        }
        octal(header, 148, 7, sum);
        header[155] = ' ';
        out.write(header);
    }

    private static void octal(byte[] header, int at, int length, long value) {
        String digits = Long.toOctalString(value);
        int begin = at + length - 1 - digits.length();
        for (int i = at; i < begin; i++) {
            header[i] = '0';
        }
        for (int i = 0; i < digits.length(); i++) {
            header[begin + i] = (byte) digits.charAt(i);
        }
    }

    /// Records `length key=value` whose length counts itself.
    private static byte[] extended(String name, long size) {
        return (record("path=" + name) + record("size=" + size)).getBytes(UTF_8);
    }

    private static String record(String pair) {
        int rest = pair.getBytes(UTF_8).length + 2;
        int length = rest + Integer.toString(rest).length();
        if (Integer.toString(length).length() > Integer.toString(rest).length()) {
            length++;
        }
        return length + " " + pair + "\n";
    }

    private void copy(InputStream content, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        byte[] zeros = new byte[BLOCK];
        while (left > 0) {
            int some = (int) Math.min(zeros.length, left);
            out.write(zeros, 0, some);
            left -= some;
        }
    }

    private void pad(long size) throws IOException {
        int over = (int) (size % BLOCK);
        if (over > 0) {
            out.write(new byte[BLOCK - over]);
        }
    }
}
