package io.dure.engines.objects.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedKeysTests {
    private static final Namespace ONE = new Namespace(new UUID(0, 1));
    private static final Namespace OTHER = new Namespace(new UUID(0, 2));

    @TempDir Path folder;

    private WrappedKeys open() throws IOException {
        return new WrappedKeys(
                new MasterKeys(folder.resolve("masters")),
                new FolderKeyFiles(folder.resolve("keys")),
                namespace -> namespace.equals(ONE));
    }

    @Test
    void aLaterProcessFindsTheSameKeys() throws IOException {
        var keys = open();
        var first = keys.current(ONE).orElseThrow();
        var second = keys.rotate(ONE);

        var later = open();

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(later.current(ONE).orElseThrow().key()).isEqualTo(second.key());
        assertThat(later.find(ONE, 1)).contains(first.key());
        assertThat(first.key()).isNotEqualTo(second.key());
    }

    @Test
    void whoeverKeepsBodiesInTheClearGetsAKeyOnlyWhenOneIsAskedFor() throws IOException {
        var keys = open();

        assertThat(keys.current(OTHER)).isEmpty();
        assertThat(keys.require(OTHER).number()).isEqualTo(1);
        assertThat(keys.current(OTHER)).isEmpty();
    }

    @Test
    void aDestroyedKeyIsGone() throws IOException {
        var keys = open();
        keys.require(ONE);

        keys.destroy(ONE);

        assertThat(keys.find(ONE, 1)).isEmpty();
        assertThat(open().find(ONE, 1)).isEmpty();
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void keysAreWrappedAgainUnderAnotherMasterKey() throws IOException {
        var masters = new MasterKeys(folder.resolve("masters"));
        var keys = new WrappedKeys(masters, new FolderKeyFiles(folder.resolve("keys")), _ -> true);
        var key = keys.require(ONE);
        keys.require(OTHER);

        masters.rotate();
        assertThat(keys.areUnderNewest()).isFalse();
        assertThat(keys.rewrap()).isEqualTo(new WrappedKeys.Rewrap(2, List.of()));
        assertThat(keys.areUnderNewest()).isTrue();
        Files.delete(folder.resolve("masters").resolve("master-1"));

        assertThat(open().find(ONE, 1)).contains(key.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "1 1", "1 1 AAAA", "1 7 AAAA", "0 1 AAAA", "1 1 *"})
    void oneFileThatCannotBeUnwrappedKeepsNoOtherFromBeingWrappedAgain(String line)
            throws IOException {
        var key = open().require(ONE);
        var file = folder.resolve("keys").resolve(OTHER.id() + ".keys");
        Files.writeString(file, line + "\n");
        var masters = new MasterKeys(folder.resolve("masters"));
        var keys = new WrappedKeys(masters, new FolderKeyFiles(folder.resolve("keys")), _ -> true);

        masters.rotate();
        var rewrap = keys.rewrap();

        assertThat(rewrap).isEqualTo(new WrappedKeys.Rewrap(1, List.of(OTHER)));
        assertThat(keys.areUnderNewest()).isFalse();
        assertThat(file).hasContent(line);
        Files.delete(folder.resolve("masters").resolve("master-1"));
        assertThat(open().find(ONE, 1)).contains(key.key());
    }

    @Test
    void aKeyIsNotUnwrappedForAnotherNamespace() throws IOException {
        open().require(ONE);
        Files.move(
                folder.resolve("keys").resolve(ONE.id() + ".keys"),
                folder.resolve("keys").resolve(OTHER.id() + ".keys"));
        var keys = open();

        assertThatThrownBy(() -> keys.find(OTHER, 1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void noKeyLiesInTheClearBesideTheBodies() throws IOException {
        var key = open().require(ONE).key();

        var file = Files.readString(folder.resolve("keys").resolve(ONE.id() + ".keys"));

        assertThat(file).doesNotContain(HexFormat.of().formatHex(key.getEncoded()));
    }

    @Test
    void manyWhoWantTheFirstKeyAtOnceGetTheSame() throws Exception {
        var keys = open();
        var wanted = new ArrayList<Future<NumberedKey>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 16; i++) {
                wanted.add(threads.submit(() -> keys.require(ONE)));
            }
        }

        for (var one : wanted) {
            assertThat(one.get().key()).isEqualTo(wanted.getFirst().get().key());
        }
    }
}
