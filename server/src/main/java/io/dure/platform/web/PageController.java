package io.dure.platform.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The one HTML page, at every address that the web application routes itself.
@Controller
class PageController {
    private static final Resource PAGE = new ClassPathResource("web/index.html");

    /// Only its own scripts and styles run, nothing is fetched from elsewhere, and no other site
    /// shows it in a frame. Style attributes are allowed, since components place themselves by
    /// them; style elements are not.
    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src-elem 'self'",
                    "style-src-attr 'unsafe-inline'",
                    "img-src 'self' blob: data:",
                    "font-src 'self'",
                    "connect-src 'self'",
                    "media-src 'self' blob:",
                    "manifest-src 'self'",
                    "worker-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'");

    @GetMapping({"/", "/start", "/sign-up", "/o/**", "/console", "/console/**", "/dev/**"})
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
                .body(PAGE);
    }
}
