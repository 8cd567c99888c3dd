/**
 * Files dropped on the form, their way to the server with progress, and a way to stop. Without this element the same form
 * is sent by the browser. Says everything in the element with role="status".
 */
class FileDrop extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input[type=file]");
    this.part("hint").hidden = false;
    this.addEventListener("dragover", (event) => this.over(event, true));
    this.addEventListener("dragleave", (event) => this.over(event, false));
    this.addEventListener("drop", (event) => this.drop(event));
    this.input.addEventListener("change", () => this.count());
    this.form.addEventListener("submit", (event) => this.send(event));
    this.part("stop").addEventListener("click", () => this.request?.abort());
    this.count();
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  say(text, values = {}) {
    this.part("said").textContent = (text ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  over(event, inside) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.toggleAttribute("data-over", inside);
  }

  /** Dropped files join those already chosen; one dropped twice counts once. */
  drop(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.removeAttribute("data-over");
    const all = new DataTransfer();
    const seen = new Set();
    for (const file of [...this.input.files, ...event.dataTransfer.files]) {
      const key = `${file.name}|${file.size}|${file.lastModified}`;
      if (!seen.has(key)) all.items.add(file);
      seen.add(key);
    }
    this.input.files = all.files;
    this.count();
  }

  count() {
    const files = [...this.input.files];
    if (files.length === 0) return this.say("");
    this.say(this.dataset.chosen, { n: files.length, mb: mb(files.reduce((sum, file) => sum + file.size, 0)) });
  }

  send(event) {
    event.preventDefault();
    if (this.request) return;
    const request = new XMLHttpRequest();
    this.request = request;
    this.busy(true);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const bar = this.querySelector("progress");
      bar.max = total;
      bar.value = loaded;
      this.say(loaded < total ? this.dataset.sending : this.dataset.sent, { sent: mb(loaded), all: mb(total) });
    });
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("error", () => this.end(this.dataset.lost));
    request.addEventListener("abort", () => this.end(this.dataset.stopped));
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(new FormData(this.form));
  }

  answered(request) {
    const answer = JSON.parse(request.responseText);
    if (request.status === 201) location.assign(answer.location);
    else this.end(`${answer.title}. ${answer.detail}`);
  }

  end(text) {
    this.request = null;
    this.busy(false);
    this.say(text);
  }

  busy(yes) {
    this.part("progress").hidden = !yes;
    this.part("stop").hidden = !yes;
    this.querySelector("[type=submit]").disabled = yes;
  }
}

const mb = (bytes) =>
  Math.max(0.1, bytes / 1_048_576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

customElements.define("file-drop", FileDrop);
