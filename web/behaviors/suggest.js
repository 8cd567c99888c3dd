/**
 * Suggestions below a search field (the combobox pattern of the ARIA guide): after two letters the server is asked, arrows
 * choose, Enter opens what is chosen or searches, Escape closes. Without it the field is a plain search.
 */
const LEAST_LETTERS = 2;
const PAUSE = 120;

class SearchSuggest extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = Object.assign(document.createElement("div"), {
      id: `${this.field.id}-list`,
      className: "suggest__list",
    });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.list.hidden = true;
    this.status = Object.assign(document.createElement("span"), { className: "sr" });
    this.status.setAttribute("role", "status");
    this.append(this.list, this.status);
    const roles = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    };
    for (const [name, value] of Object.entries(roles)) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.soon());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget) || this.close());
    // a press on an option must not take the focus, or the list would close under it
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  soon() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const words = this.field.value.trim();
    if (words.length < LEAST_LETTERS) return this.close();
    this.timer = setTimeout(() => this.ask(words), PAUSE);
  }

  async ask(words) {
    this.asked = new AbortController();
    const address = new URL(this.dataset.from, location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      if (!answer.ok) return this.close();
      const html = await answer.text();
      if (document.activeElement === this.field && this.field.value.trim() === words) this.open(html);
    } catch {
      // given up for newer letters, or no answer: the field still searches
    }
  }

  open(html) {
    this.list.innerHTML = html;
    this.options = [...this.list.querySelectorAll("[role=option]")];
    for (const [i, option] of this.options.entries()) option.id = `${this.list.id}-${i}`;
    this.status.textContent = this.list.querySelector("p").textContent;
    this.choose(null);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    this.choose(null);
    this.field.setAttribute("aria-expanded", "false");
  }

  choose(option) {
    for (const each of this.options ?? []) each.setAttribute("aria-selected", String(each === option));
    this.chosen = option;
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing || this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options.length > 0) {
      // the field itself is one stop of the round
      const stops = [null, ...this.options];
      const at = stops.indexOf(this.chosen ?? null) + step;
      this.choose(stops[(at + stops.length) % stops.length]);
    } else if (event.key === "Enter" && this.chosen) this.chosen.click();
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define("search-suggest", SearchSuggest);
