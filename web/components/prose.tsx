import type { Child } from "hono/jsx";
import { words } from "./words.tsx";

/**
 * The prose of a rule's README: headings, paragraphs, lists, tables, code, bold, italics. Everything else stands as text;
 * no HTML of the source ever becomes markup, and addresses are shown, not linked.
 */
export const Prose = ({ markdown, level = 2 }: { markdown: string; level?: 2 | 3 }) => (
  <div class="prose flow">{blocksOf(markdown).map((block) => blockOf(block, level))}</div>
);

type Block = { readonly kind: "heading" | "paragraph" | "list" | "table" | "code"; readonly lines: readonly string[] };

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.replaceAll("\r", "").split("\n");
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as string;
    const take = (kind: Block["kind"], goesOn: (next: string) => boolean): void => {
      const from = i++;
      while (i < lines.length && goesOn(lines[i] as string)) i++;
      blocks.push({ kind, lines: lines.slice(from, i) });
    };
    if (line.trim() === "") i++;
    else if (/^#{1,6} /u.test(line)) take("heading", () => false);
    else if (line.startsWith("```")) {
      const end = lines.indexOf("```", i + 1);
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: "code", lines: lines.slice(i + 1, last) });
      i = last + 1;
    } else if (line.startsWith("|")) take("table", (next) => next.startsWith("|"));
    else if (/^(?:[-*]|\d+[.)]) /u.test(line)) take("list", (next) => next.trim() !== "" && !next.startsWith("#"));
    else take("paragraph", (next) => next.trim() !== "" && !/^(?:#|\||```|[-*] |\d+[.)] )/u.test(next));
  }
  return blocks;
}

function blockOf(block: Block, level: 2 | 3): Child {
  const first = block.lines[0] ?? "";
  if (block.kind === "heading") {
    const depth = (/^#+/u.exec(first)?.[0].length ?? 1) - 1;
    const text = inline(first.replace(/^#+ /u, ""));
    return depth <= 1 ? (
      level === 2 ? (
        <h2>{text}</h2>
      ) : (
        <h3>{text}</h3>
      )
    ) : level === 2 ? (
      <h3>{text}</h3>
    ) : (
      <h4>{text}</h4>
    );
  }
  if (block.kind === "code")
    return (
      <pre class="scroll" tabindex={0}>
        <code>{block.lines.join("\n")}</code>
      </pre>
    );
  if (block.kind === "table") return tableOf(block.lines);
  if (block.kind === "paragraph") return <p>{inline(block.lines.join(" "))}</p>;
  const items: string[] = [];
  for (const line of block.lines) {
    if (/^(?:[-*]|\d+[.)]) /u.test(line)) items.push(line.replace(/^(?:[-*]|\d+[.)]) /u, ""));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  const list = items.map((item) => <li>{inline(item)}</li>);
  return /^\d/u.test(first) ? <ol>{list}</ol> : <ul>{list}</ul>;
}

function tableOf(lines: readonly string[]): Child {
  const rows = lines
    .filter((line) => !/^\|[\s:|-]+$/u.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/gu, "")
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [head = [], ...body] = rows;
  return (
    <div class="scroll" tabindex={0}>
      <table class="table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{inline(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inline(text: string): Child {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/u).map((part) => {
    if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) return <code>{part.slice(1, -1)}</code>;
    if (part.length > 4 && part.startsWith("**") && part.endsWith("**")) return <b>{words(part.slice(2, -2))}</b>;
    if (part.length > 2 && part.startsWith("*") && part.endsWith("*")) return <i>{words(part.slice(1, -1))}</i>;
    return words(part.replace(/\[([^\]]*)\]\(([^)]*)\)/gu, "$1"));
  });
}
