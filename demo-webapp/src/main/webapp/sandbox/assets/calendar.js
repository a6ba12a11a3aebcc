/* Tells the page that frames this one what happens here, as Chili Piper's own pages do. The page works without it. */
(function () {
  "use strict";
  var framed = window.parent !== window;

  function tell(message) {
    if (framed) {
      window.parent.postMessage(message, "*");
    }
  }

  JSON.parse(document.getElementById("messages").textContent).forEach(tell);

  var main = document.querySelector("main");
  tell({
    action: "SetIframeSize",
    args: { width: document.documentElement.scrollWidth, height: Math.ceil(main.getBoundingClientRect().bottom) + 60 }
  });

  Array.prototype.forEach.call(document.querySelectorAll("form[data-tell]"), function (form) {
    form.addEventListener("submit", function () {
      tell({ action: form.getAttribute("data-tell") });
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll("a[data-close]"), function (link) {
    link.addEventListener("click", function (event) {
      if (framed) {
        event.preventDefault();
        tell({ action: "close" });
      }
    });
  });

  var next = document.getElementById("next");
  if (next) {
    window.setTimeout(function () {
      if (framed) {
        tell({ action: "REDIRECT", url: next.href });
      } else {
        window.location.replace(next.href);
      }
    }, 1000 * Number(next.getAttribute("data-seconds")));
  }
})();
