package io.dure.engines.objects.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/// An open file or folder of the simulated disk.
final class DiskChannel extends FileChannel {
    private final SimulatedDisk disk;
    private final Node node;
    private int position;

    DiskChannel(SimulatedDisk disk, Node node) {
        this.disk = disk;
        this.node = node;
    }

    private Node.Contents contents() {
        return (Node.Contents) node;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        synchronized (disk) {
            disk.operate();
            var length = Math.min(into.remaining(), contents().size() - (int) at);
            if (length <= 0) {
                return -1;
            }
            into.put(contents().read((int) at, length));
            return length;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        synchronized (disk) {
            disk.operate();
            var bytes = new byte[from.remaining()];
            from.get(bytes);
            contents().write((int) at, bytes);
            return bytes.length;
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        var count = write(from, position);
        position += count;
        return count;
    }

    @Override
    public void force(boolean withMetadata) throws IOException {
        synchronized (disk) {
            disk.operate();
            if (disk.isHonest()) {
                node.sync();
            }
        }
    }

    @Override
    public long size() {
        synchronized (disk) {
            return contents().size();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long to) {
        position = (int) to;
        return this;
    }

    @Override
    protected void implCloseChannel() {}

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        var all = ByteBuffer.allocate(Arrays.stream(from).mapToInt(ByteBuffer::remaining).sum());
        Arrays.stream(from).forEach(all::put);
        return write(all.flip());
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.operate();
            contents().truncate((int) size);
            return this;
        }
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
