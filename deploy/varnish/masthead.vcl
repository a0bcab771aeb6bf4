vcl 4.1;

# Varnish in front of Masthead: readers' pages from memory, purged as they change. docs/edge.md says how to set it up.
# Tried by `npm run bench -- edge`, with Varnish 7.1 and varnish-modules 0.20 of Debian 12.

import std;
import var;
import xkey;

backend masthead {
    .host = "127.0.0.1";
    .port = "3000";
    # Uploads, actions and event streams take their time.
    .first_byte_timeout = 300s;
    .between_bytes_timeout = 600s;
    # Only one that says nothing three times is taken for gone; one that refuses is known at once.
    .probe = {
        .url = "/api/health";
        .interval = 1s;
        .timeout = 5s;
        .window = 3;
        .threshold = 1;
        .initial = 3;
    }
}

# The same, for the moments between its coming back and the next look at its health.
backend heard {
    .host = "127.0.0.1";
    .port = "3000";
    .first_byte_timeout = 300s;
    .between_bytes_timeout = 600s;
}

# Who may purge, besides knowing the token: the machines on which Masthead runs.
acl purgers {
    "127.0.0.1";
    "::1";
}

# What ends TLS in front of Varnish, if anything: what it says of the address that was asked is believed.
acl terminators {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.restarts == 0) {
        # What only Varnish says to itself.
        unset req.http.x-edge-down;
        unset req.http.x-edge-new;
        if (client.ip !~ terminators) {
            set req.http.x-forwarded-host = req.http.host;
            set req.http.x-forwarded-proto = "http";
        }
    }

    if (req.method == "PURGE") {
        call purge_tags;
    }

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }

    # Staff, whoever holds a link, the product's own, and pictures, which ask each time whether they are still shown
    # (lib/reader-address.ts). What the newsroom's framework asks for is no page either.
    if (req.url ~ "^/(newsroom|sign-in|sign-out|setup|invitation|preview|api|media)(/|\?|$)" ||
        req.url ~ "^/_next/(?!static/)" || req.http.rsc) {
        return (pass);
    }

    # Parameters that no page knows do not multiply what is kept.
    if (req.url ~ "\?") {
        set req.url = regsuball(req.url, "(?<=[?&])(?!(page|q|section|topic|byline|from|to|order|file)=)[^&]*(&|$)", "");
        set req.url = regsub(req.url, "[?&]$", "");
    }

    # Three forms of each page, as the press keeps them.
    if (req.http.accept-encoding ~ "\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
        set req.http.accept-encoding = "br";
    } elsif (req.http.accept-encoding ~ "\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
        set req.http.accept-encoding = "gzip";
    } else {
        unset req.http.accept-encoding;
    }

    # What was purged softly is shown only while nothing better is to be had.
    set req.grace = 0s;
    if (req.http.x-edge-down) {
        set req.grace = 24h;
    } elsif (!std.healthy(masthead)) {
        if (now - std.real2time(std.real(var.global_get("heard"), 0.0), now) < 5s) {
            # It has just purged something: so it is there.
            set req.backend_hint = heard;
        } else {
            set req.grace = 24h;
        }
    }
    # Pages are made on behalf of nobody: a cookie changes nothing of what is kept.
    return (hash);
}

# The tags of one or more events: `xkey-purge` of what readers may not have any more, `xkey-soft` of what has changed.
sub purge_tags {
    if (client.ip !~ purgers ||
        req.http.authorization != "Bearer " + regsub(std.fileread("/etc/varnish/masthead-token"), "\s+$", "")) {
        return (synth(403, "Forbidden"));
    }
    # Before: an answer from before the event, which is on its way, is not to be kept (see vcl_backend_response). What comes
    # again was said before: meanwhile a later event may have been.
    if (req.http.x-masthead-event && !req.http.x-masthead-again) {
        var.global_set("event", req.http.x-masthead-event);
    }
    var.global_set("heard", "" + std.time2real(now, 0.0));
    set req.http.x-purged = "0";
    if (req.http.xkey-purge && req.http.x-masthead-again && req.http.xkey-purge != "*") {
        # What slipped past the first time is as old as that; what is younger is right, and all there is if the paper goes now.
        ban({"obj.age > 0.9s && obj.http.xkey ~ "(^|\s)("} + regsuball(req.http.xkey-purge, "\s+", "|") + {")(\s|$)""});
    } elsif (req.http.xkey-purge) {
        set req.http.x-purged = xkey.purge(req.http.xkey-purge);
    }
    if (req.http.xkey-soft) {
        set req.http.x-purged = xkey.softpurge(req.http.xkey-soft);
    }
    return (synth(200, "Purged " + req.http.x-purged));
}

sub vcl_hash {
    # The site has one host: whatever host is claimed, the page is the same.
    hash_data(req.url);
    return (lookup);
}

sub vcl_hit {
    # It is newer than a second and older than the last purge: it may have come in between, and is asked for past the
    # cache until the purge has come a second time, a second after the first.
    if (obj.age < 2s && obj.http.x-masthead-event && !req.http.x-edge-down && std.healthy(req.backend_hint) &&
        std.integer(obj.http.x-masthead-event, 0) < std.integer(var.global_get("event"), 0)) {
        set req.http.x-edge-new = "yes";
        return (pass);
    }
}

sub vcl_miss {
    # There is nothing older either: readers get what the paper itself says of it.
    if (req.http.x-edge-down) {
        set req.http.x-edge-down = "told";
    }
}

sub vcl_backend_response {
    if (beresp.http.surrogate-control) {
        # The press says of each page for how long it is right. One that ends within the second is of use later, if the
        # paper is gone then.
        if (beresp.http.surrogate-control ~ "max-age=[0-9]+") {
            set beresp.ttl = std.duration(regsub(beresp.http.surrogate-control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
            if (beresp.ttl <= 0s) {
                set beresp.ttl = 0.01s;
            }
        } else {
            set beresp.ttl = 0s;
        }
        if (std.integer(beresp.http.x-masthead-event, 0) < std.integer(var.global_get("event"), 0)) {
            set beresp.ttl = 0s;
        }
        set beresp.http.xkey = "* " + beresp.http.surrogate-key;
        if (beresp.ttl > 0s && beresp.status < 400) {
            set beresp.grace = 24h;
            set beresp.keep = 1h;
        } else {
            set beresp.grace = 0s;
            set beresp.keep = 0s;
        }
    } elsif (beresp.status == 200 && beresp.http.cache-control ~ "immutable" && bereq.url ~ "^/(_next/static|reader|fonts)/") {
        # A name of its own for each content: kept through builds, since pages from before ask for it.
        set beresp.ttl = 30d;
        set beresp.grace = 24h;
    } else {
        set beresp.ttl = 0s;
    }
    unset beresp.http.surrogate-key;
    unset beresp.http.surrogate-control;

    # Nothing good came where a page was asked for: an older one is looked for (vcl_synth).
    if (beresp.status >= 500 && (!bereq.uncacheable || bereq.http.x-edge-new) && bereq.http.x-edge-down != "told") {
        return (abandon);
    }
    if (beresp.ttl <= 0s) {
        # For all who wait: each asks by itself, and the press gathers them.
        set beresp.ttl = 1s;
        set beresp.uncacheable = true;
    }
    return (deliver);
}

sub vcl_backend_error {
    if ((!bereq.uncacheable || bereq.http.x-edge-new) && bereq.http.x-edge-down != "told") {
        return (abandon);
    }
    call plain_error;
    return (deliver);
}

sub plain_error {
    set beresp.http.content-type = "text/html; charset=utf-8";
    set beresp.http.cache-control = "no-store";
    set beresp.http.retry-after = "2";
    set beresp.ttl = 0s;
    synthetic({"<!doctype html><meta name=viewport content="width=device-width"><title>Unavailable</title><h1>Unavailable</h1><p>This page cannot be shown just now. Please try again in a moment.</p>"});
}

sub vcl_synth {
    # No answer came: once more, with what is older.
    if (resp.status == 503 && (req.method == "GET" || req.method == "HEAD")) {
        if (!req.http.x-edge-down) {
            set req.http.x-edge-down = "yes";
            return (restart);
        }
    }
    set resp.http.cache-control = "no-store";
    set resp.http.content-type = "text/plain; charset=utf-8";
    synthetic(resp.reason + {"
"});
    return (deliver);
}

sub vcl_deliver {
    # For caches and their keepers, not for readers.
    unset resp.http.xkey;
    unset resp.http.surrogate-key;
    unset resp.http.surrogate-control;
    unset resp.http.x-masthead-event;
    unset resp.http.x-varnish;
    unset resp.http.via;
    unset resp.http.age;
    if (obj.uncacheable) {
        return (deliver);
    }
    if (obj.hits == 0) {
        set resp.http.server-timing = "edge;desc=miss";
    } elsif (obj.ttl < 0s) {
        set resp.http.server-timing = "edge;desc=stale";
    } else {
        set resp.http.server-timing = "edge;desc=hit";
    }
}
