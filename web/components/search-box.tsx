import type { Frame } from "../frame.ts";

/** The field of a search, with suggestions where scripts run (`suggest.js`); its form works without them. */
export const SearchBox = ({
  f,
  id,
  value,
  small = false,
  described,
  hotkey,
}: {
  f: Frame;
  id: string;
  value?: string;
  small?: boolean;
  described?: string;
  /** `/` leads here: one box a page. */
  hotkey: boolean;
}) => (
  <search-suggest class="suggest" data-from={f.href("/suggest")} data-label={f.t.suggest.label}>
    <input
      class={small ? "input input--s" : "input"}
      type="search"
      id={id}
      name="q"
      value={value}
      placeholder={f.t.find.placeholder}
      autocomplete="off"
      spellcheck={false}
      maxlength={200}
      aria-describedby={described}
      aria-keyshortcuts={f.keys && hotkey ? "/" : undefined}
    />
  </search-suggest>
);
