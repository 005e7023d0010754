package io.dure.platform.people.web;

import io.dure.platform.people.Photo;
import io.dure.platform.people.Photos;
import io.dure.platform.problem.AtMost;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The pictures of people.
@RestController
@RequestMapping({"/api/o/{org}/people/{id}/photo", "/api/console/people/{id}/photo"})
class PhotoController {
    private final Photos photos;

    PhotoController(Photos photos) {
        this.photos = photos;
    }

    @GetMapping(produces = {"image/jpeg", "image/png", "image/webp"})
    ResponseEntity<byte[]> get(Caller caller, @PathVariable PersonId id) {
        var photo = photos.find(caller, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.mediaType()))
                .eTag("\"" + photo.tag() + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(photo.image());
    }

    /// Sets it: a JPEG or PNG picture of at most 256 KiB and 2,048 pixels a side.
    @PutMapping(consumes = {"image/jpeg", "image/png"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            Caller caller,
            @PathVariable PersonId id,
            @RequestBody @AtMost(Photo.MOST_BYTES) byte[] image) {
        photos.put(caller, id, Photo.of(image));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable PersonId id) {
        photos.remove(caller, id);
    }
}
