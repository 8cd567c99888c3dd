import { type Operation, writes } from "../../api/operation.ts";
import type { Frame } from "../../frame.ts";
import type { Parameter } from "./parameters.ts";

interface Props {
  readonly f: Frame;
  readonly o: Operation;
  readonly parameters: readonly Parameter[];
}

/**
 * A form for one operation. Reading opens the answer where there is no script; writing needs a key in a header, which only
 * a script can send, so its form waits for one.
 */
export const TryForm = ({ f, o, parameters }: Props) => {
  const t = f.t.api;
  const all = o.day
    ? [...parameters, { name: "on", required: false, means: t.on, options: null, example: "" }]
    : parameters;
  return (
    <api-try
      data-method={o.method}
      data-path={o.path}
      data-waiting={t.waiting}
      data-failed={t.noAnswer}
      data-answer={t.answer}
    >
      {writes(o) ? (
        <noscript>
          <p class="muted">{t.needsScript}</p>
        </noscript>
      ) : null}
      <form
        class="try"
        method="get"
        action="/api/try"
        hidden={writes(o)}
        aria-label={`${t.tryIt}: ${o.summary[f.lang]}`}
      >
        <input type="hidden" name="op" value={o.id} />
        <div class="try__fields">
          {all.map((p) => (
            <TryField o={o} p={p} />
          ))}
        </div>
        {o.body === undefined ? null : (
          <div class="field">
            <label for={`${o.id}-body`}>{t.body}</label>
            <textarea class="input code" id={`${o.id}-body`} data-body="" rows={5} spellcheck={false}>
              {JSON.stringify(o.sample ?? {}, null, 2)}
            </textarea>
          </div>
        )}
        {o.takes === "files" ? (
          <div class="field">
            <label for={`${o.id}-files`}>{t.files}</label>
            <input class="input" id={`${o.id}-files`} type="file" multiple data-files="" />
          </div>
        ) : null}
        <p>
          <button class="btn" type="submit">
            {writes(o) ? t.send : t.open}
          </button>
        </p>
      </form>
      <div class="try__answer" role="status" />
    </api-try>
  );
};

const TryField = ({ o, p }: { o: Operation; p: Parameter }) => {
  const id = `${o.id}-${p.name}`;
  return (
    <div class="field">
      <label for={id}>
        <code>{p.name}</code>
      </label>
      {p.options === null ? (
        <input class="input" id={id} name={p.name} value={p.example} required={p.required} autocomplete="off" />
      ) : (
        <select class="input" id={id} name={p.name}>
          {p.required ? null : <option value="" />}
          {p.options.map((option) => (
            <option value={option} selected={option === p.example}>
              {option}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
