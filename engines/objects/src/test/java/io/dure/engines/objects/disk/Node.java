package io.dure.engines.objects.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// A file or folder on the disk, as it is seen and as it was fsynced.
sealed interface Node {
    void sync();

    Node afterPowerCut(Random chance);

    final class Folder implements Node {
        final TreeMap<String, Node> entries = new TreeMap<>();
        private final TreeMap<String, Node> durable = new TreeMap<>();

        @Override
        public void sync() {
            durable.clear();
            durable.putAll(entries);
        }

        @Override
        public Folder afterPowerCut(Random chance) {
            var left = new Folder();
            var names = new TreeSet<>(durable.keySet());
            names.addAll(entries.keySet());
            for (var name : names) {
                var node = (chance.nextBoolean() ? durable : entries).get(name);
                if (node != null) {
                    left.entries.put(name, node.afterPowerCut(chance));
                }
            }
            left.sync();
            return left;
        }
    }

    final class Contents implements Node {
        private byte[] bytes = {};
        private byte[] durable = {};
        private final List<Write> pending = new ArrayList<>();

        @SuppressWarnings("ArrayRecordComponent") // applied, never compared
        private record Write(int position, byte[] bytes) {
            byte[] applyTo(byte[] old, int length) {
                var grown = Arrays.copyOf(old, Math.max(old.length, position + length));
                System.arraycopy(bytes, 0, grown, position, length);
                return grown;
            }
        }

        int size() {
            return bytes.length;
        }

        byte[] read(int position, int length) {
            return Arrays.copyOfRange(bytes, position, position + length);
        }

        void write(int position, byte[] written) {
            var write = new Write(position, written);
            pending.add(write);
            bytes = write.applyTo(bytes, written.length);
        }

        /// As after a write that the disk had no room for: what it wrote may stay.
        void truncate(int size) {
            bytes = Arrays.copyOf(bytes, Math.min(size, bytes.length));
        }

        @Override
        public void sync() {
            durable = bytes;
            pending.clear();
        }

        @Override
        public Contents afterPowerCut(Random chance) {
            var left = new Contents();
            left.bytes = durable;
            Collections.shuffle(pending, chance);
            for (var write : pending) {
                var length =
                        switch (chance.nextInt(3)) {
                            case 0 -> 0;
                            case 1 -> write.bytes.length;
                            default -> chance.nextInt(write.bytes.length + 1);
                        };
                if (length > 0) {
                    left.bytes = write.applyTo(left.bytes, length);
                }
            }
            left.sync();
            return left;
        }
    }
}
