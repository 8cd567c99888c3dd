/**
 * The forms of the page about the programming interface answer in place: what the server says, its status, how long it took.
 * The key stands in one field of the page and nowhere else; it is gone when the page is.
 */
const LONGEST_SHOWN = 200_000;

class ApiKey extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
  }
}

class ApiTry extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.out = this.querySelector("[role=status]");
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  /** Values of the path in their places, the others behind. */
  address() {
    const values = new FormData(this.form);
    values.delete("op");
    const path = this.dataset.path.replace(/\{(\w+)\}/gu, (_, name) => {
      const value = String(values.get(name) ?? "");
      values.delete(name);
      return encodeURIComponent(value);
    });
    const search = new URLSearchParams([...values].filter(([, value]) => value !== ""));
    return `/api/v1${path}${search.size > 0 ? `?${search}` : ""}`;
  }

  request() {
    const headers = { "Accept-Language": document.documentElement.lang };
    const key = document.getElementById("api-key").value.trim();
    if (key !== "") headers.Authorization = `Bearer ${key}`;
    const { method } = this.dataset;
    const files = this.querySelector("[data-files]")?.files ?? [];
    if (files.length > 0) {
      const body = new FormData();
      for (const file of files) body.append("files", file);
      return { method, headers, body };
    }
    const body = this.querySelector("[data-body]")?.value;
    return { method, headers: body ? { ...headers, "Content-Type": "application/json" } : headers, body };
  }

  async send() {
    const button = this.form.querySelector("button");
    button.setAttribute("aria-busy", "true");
    this.out.textContent = this.dataset.waiting;
    const began = performance.now();
    try {
      const answer = await fetch(this.address(), { ...this.request(), cache: "no-store" });
      const text = await answer.text();
      this.show(answer, text, Math.round(performance.now() - began));
    } catch {
      this.out.textContent = this.dataset.failed;
    }
    button.removeAttribute("aria-busy");
  }

  show(answer, text, ms) {
    const head = document.createElement("p");
    head.textContent = `${this.dataset.answer}: ${answer.status} ${answer.statusText} · ${ms} ms · ${answer.headers.get("content-type") ?? ""}`;
    head.className = answer.ok ? "try__ok" : "try__fault";
    const body = document.createElement("pre");
    body.textContent = pretty(text).slice(0, LONGEST_SHOWN);
    this.out.replaceChildren(head, body);
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

customElements.define("api-key", ApiKey);
customElements.define("api-try", ApiTry);
