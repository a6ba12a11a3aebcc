/*
 * Listens to the booking page that stands in our frame, and to nobody else. The page works without it.
 */
(function () {
  "use strict";
  var LOWEST = 200;
  var HIGHEST = 3000;
  var LONGEST_MESSAGE = 20000;

  var main = document.querySelector("main");
  var frame = document.querySelector("iframe");
  var said = document.getElementById("said");
  var onward = document.getElementById("onward");
  var settings = main.dataset;
  var origins = settings.origins.split(" ").map(function (each) { return new URL(each).origin; });
  var trusted = settings.trusted.split(" ");
  var inside = "inside" in settings && window.parent !== window;
  var told = {};
  var leaving = 0;

  /* The site's page that frames this one has the same origin: nobody else may frame it. */
  function layer() {
    try {
      if (window.parent !== window && Array.isArray(window.parent.dataLayer)) {
        return window.parent.dataLayer;
      }
    } catch (elsewhere) {
      return null;
    }
    return Array.isArray(window.dataLayer) ? window.dataLayer : null;
  }

  function tell(event) {
    var to = layer();
    if (to && !told[event]) {
      told[event] = true;
      to.push({ event: event, usher_submission: settings.submission });
    }
  }

  function go(address) {
    (inside ? window.parent : window).location.assign(address);
  }

  function isTrusted(text) {
    var url;
    try {
      url = new URL(text);
    } catch (none) {
      return false;
    }
    if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) {
      return false;
    }
    return url.origin === window.location.origin || trusted.some(function (source) {
      var star = source.indexOf("*.");
      return star < 0
        ? url.origin === source
        : url.protocol === "https:" && !url.port && url.hostname.endsWith(source.slice(star + 1));
    });
  }

  function say(text, address) {
    said.textContent = text;
    document.getElementById("hint").hidden = Boolean(text);
    onward.hidden = !address;
    if (address) {
      onward.href = address;
    }
  }

  function report(args) {
    try {
      fetch(settings.report, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(args && typeof args === "object" ? args : {}),
        keepalive: true
      }).catch(function () { return null; });
    } catch (refused) {
      return;
    }
  }

  function stay() {
    window.clearTimeout(leaving);
    leaving = 0;
  }

  function booked(args) {
    if (told.booked) {
      return;
    }
    told.booked = true;
    tell("usher_booked");
    report(args);
    say(settings.textBooked, settings.booked);
    if (settings.booked) {
      leaving = window.setTimeout(function () { go(settings.booked); }, 1000 * Number(settings.seconds));
    }
  }

  function instead() {
    var own = document.getElementById("instead");
    if (own) {
      frame.hidden = true;
      own.hidden = false;
    }
    return Boolean(own);
  }

  function noTimes() {
    tell("usher_no_slots");
    if (!instead()) {
      say(settings.textNone, settings.fallback);
    }
  }

  function closed() {
    var address = told.booked && settings.booked ? settings.booked : settings.closed;
    tell("usher_closed");
    if (address) {
      go(address);
    } else if (!told.booked && !instead()) {
      frame.hidden = true;
      say(settings.textClosed, "");
    }
  }

  function resize(args) {
    var height = Number(args && args.height);
    if (!isFinite(height) || height <= 0) {
      return;
    }
    height = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
    frame.style.minHeight = height + "px";
    if (inside) {
      try {
        window.frameElement.style.height = (height + main.getBoundingClientRect().top + window.scrollY) + "px";
      } catch (elsewhere) {
        return;
      }
    }
  }

  function read(data) {
    if (typeof data === "string" && data.length < LONGEST_MESSAGE) {
      try {
        return JSON.parse(data);
      } catch (none) {
        return null;
      }
    }
    return data;
  }

  window.addEventListener("message", function (event) {
    if (origins.indexOf(event.origin) < 0 || event.source !== frame.contentWindow) {
      return;
    }
    var message = read(event.data);
    if (!message || typeof message !== "object") {
      return;
    }
    switch (message.action) {
      case "availability-loaded": tell("usher_shown"); break;
      case "no-free-slots": noTimes(); break;
      case "booking-confirmed": booked(message.args); break;
      case "rescheduled": stay(); break;
      case "prospect_cancel": stay(); say("", ""); break;
      case "close": closed(); break;
      case "REDIRECT": if (typeof message.url === "string" && isTrusted(message.url)) { go(message.url); } break;
      case "SetIframeSize": resize(message.args); break;
    }
  });

  tell("usher_routed");
})();
