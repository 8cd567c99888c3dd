import type { Child } from "hono/jsx";
import { type Operation, TAGS, type Tag, writes } from "../../api/operation.ts";
import { OPERATIONS } from "../../api/operations.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { TryForm } from "./try-form.tsx";
import { addressOf, parametersOf } from "./parameters.ts";

const SHOWN: readonly Tag[] = TAGS.filter((tag) => OPERATIONS.some((o) => o.tag === tag));

/** Made of the same list that answers: an operation that is not here does not exist. */
export const ApiPage = ({ f }: { f: Frame }) => {
  const t = f.t.api;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <>
            <a class="btn" href="/api/v1/openapi.json">
              {t.document}
            </a>
            <a class="btn" href={f.href("/admin/tokens")}>
              {t.keys}
            </a>
          </>
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow api-intro">
        {t.intro.map((paragraph) => (
          <p>{coded(paragraph)}</p>
        ))}
        <p>
          <b>{t.notHere}.</b> {t.notHereWhy}
        </p>
      </div>
      <api-key class="field api-key" hidden>
        <label for="api-key">{t.key}</label>
        <span class="field__help" id="api-key-help">
          {t.keyHelp}
        </span>
        <input class="input" id="api-key" type="password" autocomplete="off" aria-describedby="api-key-help" />
      </api-key>
      <nav class="api-toc" aria-label={t.contents}>
        <ul class="chips">
          {SHOWN.map((tag) => (
            <li>
              <a class="chip" href={`#tag-${tag}`}>
                {t.tags[tag]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {SHOWN.map((tag) => (
        <Group f={f} tag={tag} />
      ))}
    </>
  );
};

/** Names between backticks, as the OpenAPI document has them too. */
const coded = (text: string): Child => text.split("`").map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part));

const Group = ({ f, tag }: { f: Frame; tag: Tag }) => {
  const own = OPERATIONS.filter((o) => o.tag === tag);
  return (
    <Section
      id={`tag-${tag}`}
      title={
        <>
          {f.t.api.tags[tag]} <span class="n">{f.t.api.operations(own.length)}</span>
        </>
      }
    >
      {own.map((o) => (
        <OperationView f={f} o={o} />
      ))}
    </Section>
  );
};

const OperationView = ({ f, o }: { f: Frame; o: Operation }) => {
  const t = f.t.api;
  const parameters = parametersOf(o, f.lang);
  return (
    <details class="fold op" id={o.id}>
      <summary>
        <span class={`op__method op__method--${o.method.toLowerCase()}`}>{o.method}</span>
        <span class="op__path">{o.path}</span>
        <span class="op__says">{o.summary[f.lang]}</span>
      </summary>
      <div class="flow op__body">
        {o.note === undefined ? null : <p>{o.note[f.lang]}</p>}
        {writes(o) ? <p class="muted">{capital(t.needsKey)}.</p> : null}
        {parameters.length === 0 && !o.day ? null : (
          <dl class="kv">
            {parameters.map((p) => (
              <>
                <dt>
                  <code>{p.name}</code>
                  {p.required ? <small class="muted"> {t.required}</small> : null}
                </dt>
                <dd>
                  {p.means}
                  {p.options === null ? null : <small class="muted"> {p.options.join(" · ")}</small>}
                </dd>
              </>
            ))}
            {o.day ? (
              <>
                <dt>
                  <code>on</code>
                </dt>
                <dd>{t.on}</dd>
              </>
            ) : null}
          </dl>
        )}
        <p class="op__curl">
          <span class="muted">{t.example}: </span>
          <code>{curlOf(o)}</code>
        </p>
        <TryForm f={f} o={o} parameters={parameters} />
      </div>
    </details>
  );
};

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** `$RASOAT` = the server's address, `$KEY` = the program's key. */
function curlOf(o: Operation): string {
  const address = addressOf(o, (name) => o.example?.[name] ?? (o.path.includes(`{${name}}`) ? name.toUpperCase() : ""));
  return [
    "curl",
    ...(o.method === "GET" ? [] : [`-X ${o.method}`, '-H "Authorization: Bearer $KEY"']),
    ...(o.sample === undefined
      ? o.takes === "files"
        ? ["-F files=@van-ban.docx"]
        : []
      : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(o.sample)}'`]),
    `"$RASOAT${address ?? `/api/v1${o.path}`}"`,
  ].join(" ");
}
