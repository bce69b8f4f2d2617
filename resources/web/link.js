// Runs Meta's sign-up and hands its one answer to the gateway, which has 30 seconds to use the code.
(() => {
  "use strict";
  const page = document.body;
  const { state, appId, configId, sdkUrl, version } = page.dataset;
  if (page.dataset.view !== "start") return;

  const sdkOrigin = new URL(sdkUrl).origin;
  const metas = /(^|\.)facebook\.(com|net)$/.test(new URL(sdkUrl).hostname);
  const begin = document.getElementById("begin");
  const session = {}; // what the sign-up window said beside the code
  let answered = false;

  const show = view => { page.dataset.view = view; };

  // Exactly Meta's hosts: "ends with facebook.com" would let evilfacebook.com through.
  const trusted = origin => {
    if (!metas) return origin === sdkOrigin;
    try {
      const url = new URL(origin);
      return url.protocol === "https:" && (url.hostname === "facebook.com" || url.hostname.endsWith(".facebook.com"));
    } catch { return false; }
  };

  const wait = ms => new Promise(done => setTimeout(done, ms));

  // The code lives 30 seconds, so a broken connection is tried again for 20, and then it is over.
  async function post(answer) {
    const until = Date.now() + 20000;
    for (let pause = 400; ; pause = Math.min(pause * 2, 4000)) {
      try {
        const reply = await fetch("link/code", {
          method: "POST", credentials: "omit", redirect: "error", cache: "no-store",
          headers: { "Content-Type": "application/json" }, body: JSON.stringify({ state, ...answer })
        });
        if (reply.status !== 503) return (await reply.json()).state;
      } catch { /* the network; tried again below */ }
      if (Date.now() + pause > until) return "unreachable";
      await wait(pause);
    }
  }

  async function finish(answer, good) {
    if (answered) return;
    answered = true;
    show("sending");
    const said = await post(answer);
    // After a retry the gateway may already have the first try's answer.
    if (said === "taken" || (said === "used" && good === "taken")) show(good);
    else show(["used", "expired", "unknown", "unreachable"].includes(said) ? said : "unreachable");
  }

  function giveUp() {
    if (session.error) {
      document.getElementById("problem-text").textContent = session.error;
      finish({ error: session.error, error_id: session.errorId }, "problem");
    } else {
      finish({ cancel: session.step || "closed" }, "cancelled");
    }
  }

  window.addEventListener("message", event => {
    if (!trusted(event.origin)) return;
    let message = event.data;
    if (typeof message === "string") {
      try { message = JSON.parse(message); } catch { return; }
    }
    if (!message || message.type !== "WA_EMBEDDED_SIGNUP") return;
    const data = message.data || {};
    if (String(message.event).startsWith("FINISH")) {
      if (data.waba_id) session.waba = String(data.waba_id);
      if (data.phone_number_id) session.phone = String(data.phone_number_id);
      if (session.code) sendCode();
    } else if (data.error_message || data.error_id) {
      session.error = String(data.error_message || data.error_id);
      session.errorId = String(data.error_id || data.error_code || "");
    } else {
      session.step = String(data.current_step || "closed");
    }
  });

  function sendCode() {
    const answer = { code: session.code };
    if (session.waba) answer.waba_id = session.waba;
    if (session.phone) answer.phone_number_id = session.phone;
    finish(answer, "taken");
  }

  async function returned(response) {
    const code = response && response.authResponse && response.authResponse.code;
    if (!code) {
      await wait(300); // the window's own message may come just after
      return giveUp();
    }
    session.code = code;
    if (!session.waba) await wait(1500);
    sendCode();
  }

  begin.addEventListener("click", () => {
    show("waiting");
    FB.login(response => { returned(response); }, {
      config_id: configId, response_type: "code", override_default_response_type: true,
      extras: { setup: {}, featureType: "whatsapp_business_app_onboarding", sessionInfoVersion: "3" }
    });
  });
  document.getElementById("reload").addEventListener("click", () => location.reload());

  window.fbAsyncInit = () => {
    FB.init({ appId, version, xfbml: false, autoLogAppEvents: false, cookie: false });
    begin.disabled = false;
    begin.focus();
    document.getElementById("loading").textContent = "";
  };
  const sdk = document.createElement("script");
  sdk.src = sdkUrl;
  sdk.async = true;
  sdk.onerror = () => show("blocked");
  document.head.append(sdk);
})();
