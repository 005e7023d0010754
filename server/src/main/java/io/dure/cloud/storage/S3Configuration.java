package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.Compaction;
import io.dure.engines.objects.bodies.Scrub;
import io.dure.engines.objects.bodies.Sweep;
import io.dure.engines.objects.bodies.remote.RemoteStore;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Limits;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.keys.FolderKeyFiles;
import io.dure.engines.objects.keys.MasterKeys;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.lifecycle.Lifecycle;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.RememberingMetadata;
import io.dure.engines.objects.notes.BucketNotes;
import io.dure.engines.objects.notes.NotedMetadata;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.KeptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The engine's parts, in this server's data folder, or with bodies in another S3 service.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageSettings.class, ObjectsSettings.class})
class S3Configuration {
    /// Bodies are numbered from the time of the start on, in nanoseconds: more than one a
    /// nanosecond nobody stores, so no process gives a number that an earlier one gave.
    private static final long MILLION = 1_000_000;

    private static final long LARGEST_RESERVE_BYTES = 1L << 30;

    /// Some ten thousand objects.
    private static final long REMEMBERED_BYTES = 16L << 20;

    /// A tenth of what a disk takes that is not a fast one.
    private static final long COMPACTED_BYTES_PER_SECOND = 20L << 20;

    /// They lie beside the store, not in it: who copies the bodies alone cannot read them.
    @Bean
    MasterKeys masterKeys(DataFolder folder) throws IOException {
        return new MasterKeys(folder.folder("keys"));
    }

    @Bean
    WrappedKeys namespaceKeys(MasterKeys masters, DataFolder folder, Quotas quotas)
            throws IOException {
        var objects = folder.folder("objects");
        return new WrappedKeys(
                masters, new FolderKeyFiles(objects.resolve("keys")), quotas::encrypts);
    }

    @Bean
    BodyStore bodyStore(ObjectsSettings settings, DataFolder folder, InstantSource clock)
            throws IOException {
        var remote = settings.remote();
        return remote.isPresent()
                ? new RemoteStore(new BucketClient(remote.get(), Limits.DEFAULT, clock))
                : new VolumeStore(folder.folder("objects"));
    }

    @Bean
    Bodies bodies(
            BodyStore store,
            ObjectsSettings settings,
            DataFolder folder,
            WrappedKeys keys,
            InstantSource clock)
            throws IOException {
        var reserve = settings.remote().isPresent() ? 0 : reserve(folder.folder("objects"));
        return new Bodies(store, keys, clock.millis() * MILLION, reserve);
    }

    /// So much that compaction and the database go on for a while, or a twentieth of a small disk.
    private static long reserve(Path folder) throws IOException {
        return Math.min(LARGEST_RESERVE_BYTES, Files.getFileStore(folder).getTotalSpace() / 20);
    }

    @Bean
    BucketNotes bucketNotes(Bodies bodies, PostgresMetadata metadata) {
        return new BucketNotes(bodies, metadata);
    }

    @Bean
    @Primary
    Metadata metadata(
            PostgresMetadata metadata, Bodies bodies, BucketNotes notes, InstantSource clock) {
        return new RememberingMetadata(
                new NotedMetadata(metadata, bodies, notes, clock), REMEMBERED_BYTES);
    }

    @Bean
    Compaction compaction(Bodies bodies, Metadata metadata) {
        return new Compaction(bodies, metadata, COMPACTED_BYTES_PER_SECOND);
    }

    @Bean
    Scrub scrub(Bodies bodies, Damages damages) {
        return new Scrub(bodies, damages);
    }

    /// A backup copies the rows first, so until it has copied the bodies none may go.
    @Bean
    KeptFiles keptBodies(Bodies bodies) {
        return () -> bodies.hold()::close;
    }

    /// A page takes about as long to read as it rests.
    @Bean
    Lifecycle lifecycle(
            Bodies bodies, Metadata metadata, Notifications notifications, InstantSource clock) {
        return new Lifecycle(metadata, bodies, notifications, Duration.ofMillis(5), clock);
    }

    @Bean
    Notifications notifications(
            Metadata metadata, ObjectEvents events, StorageSettings settings, InstantSource clock) {
        return new Notifications(metadata, events, clock, settings.region());
    }

    @Bean
    HookPost hookPost(StorageSettings settings) {
        return new HookPost(settings.privateWebhooks());
    }

    @Bean
    Sweep sweep(Bodies bodies, Metadata metadata, InstantSource clock) {
        return new Sweep(bodies, metadata, clock);
    }
}
