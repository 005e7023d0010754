package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Objects;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The objects of a bucket. Keys come as a parameter, since they are no paths; bodies stream both
/// ways.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/buckets/{bucket}")
class ObjectController {
    private static final int MOST_LISTED = 1000;

    private final Objects objects;

    ObjectController(Objects objects) {
        this.objects = objects;
    }

    record ObjectView(String key, long size, String etag, Instant modifiedAt) {}

    /// @param folders what keys share up to the next slash
    /// @param next to be sent as `after` for the next page; none on the last
    record ObjectPage(List<ObjectView> items, List<String> folders, @Nullable String next) {}

    @GetMapping("/objects")
    ObjectPage browse(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidInputException("limit", "out-of-range", "The limit is 1 to 1000.");
        }
        return view(objects.browse(caller, bucket, prefix, after, limit));
    }

    private static ObjectPage view(Page<ListedObject> page) {
        return new ObjectPage(
                page.items().stream().map(ObjectController::view).toList(),
                page.commonPrefixes(),
                page.truncated() ? page.last() : null);
    }

    private static ObjectView view(StoredObject object) {
        return new ObjectView(object.key(), object.size(), object.etag(), object.lastModified());
    }

    private static ObjectView view(ListedObject object) {
        return new ObjectView(object.key(), object.size(), object.etag(), object.lastModified());
    }

    /// Takes the body as it comes; its length must be announced.
    @PutMapping(path = "/object", consumes = MediaType.ALL_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ObjectView upload(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam String key,
            HttpServletRequest request)
            throws IOException {
        var length = request.getContentLengthLong();
        if (length < 0) {
            throw new InvalidInputException(
                    "Content-Length", "missing", "Send the length of the content.");
        }
        var type = request.getContentType();
        var stored =
                objects.store(
                        caller,
                        bucket,
                        key,
                        type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                        length,
                        request.getInputStream());
        return view(stored);
    }

    /// Sends the bytes as a file to save: what people stored is never shown as a page of this
    /// origin.
    ///
    /// @param version left out: the one that is there now
    @GetMapping(path = "/object", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void download(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String version,
            HttpServletResponse response)
            throws IOException {
        var object = objects.open(caller, bucket, key, VersionIds.parse("version", version));
        describe(object, response);
        var out = Channels.newChannel(response.getOutputStream());
        var range = ByteRange.whole(object.size());
        if (!objects.read(caller, bucket, object, range, out::write)) {
            response.reset();
            throw new UnknownThingException("object");
        }
    }

    private static void describe(StoredObject object, HttpServletResponse response) {
        var name = object.key().substring(object.key().lastIndexOf('/') + 1);
        var disposition =
                ContentDisposition.attachment()
                        .filename(
                                name.isEmpty() ? "object" : name,
                                java.nio.charset.StandardCharsets.UTF_8)
                        .build();
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(object.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ETAG, "\"" + object.etag() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /// Deletes an object, of which a bucket with versions keeps what there was; or one version, for
    /// good.
    @DeleteMapping("/object")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String version) {
        objects.delete(caller, bucket, key, VersionIds.parse("version", version));
    }
}
