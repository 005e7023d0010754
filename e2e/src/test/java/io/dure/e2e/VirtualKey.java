package io.dure.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A security key that Chromium plays itself, plugged into one page. It confirms at once whatever
/// it is asked. Chrome DevTools Protocol, WebAuthn domain.
final class VirtualKey {
    private final CDPSession chromium;
    private final String id;

    private VirtualKey(CDPSession chromium, String id) {
        this.chromium = chromium;
        this.id = id;
    }

    static VirtualKey pluggedInto(Page page) {
        var chromium = page.context().newCDPSession(page);
        chromium.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        var made = chromium.send("WebAuthn.addVirtualAuthenticator", wish);
        return new VirtualKey(chromium, made.get("authenticatorId").getAsString());
    }

    /// @return how many passkeys it holds
    int passkeys() {
        var which = new JsonObject();
        which.addProperty("authenticatorId", id);
        return chromium.send("WebAuthn.getCredentials", which).getAsJsonArray("credentials").size();
    }
}
