// @ts-expect-error the parser brings no types
import sax from "sax";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a document. Throws on what is not well-formed. */
export function parseXml(xml: string): Element {
  const parser = sax.parser(true, { xmlns: false });
  const root: Element = { name: "#root", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const top = (): Element => open.at(-1) as Element;
  parser.onerror = (error: Error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    top().children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (text: string) => {
    top().text += text;
  };
  parser.write(xml).close();
  return root.children[0] as Element;
}

export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

export const textOf = (element: Element): string => {
  // text and children are kept apart: enough to see that words are there
  return [element.text, ...element.children.map(textOf)].join(" ");
};

const HIERARCHY = ["part", "chapter", "section", "subsection", "article", "clause", "point", "indent", "hcontainer"];
const BLOCKS = ["p", "table"];
const INLINE = ["ref", "docTitle", "docNumber", "signature", "mod", "quotedStructure"];
const MODS = ["textualMod", "forceMod", "efficacyMod"];

/** What the standard lets stand in what: in this order (`seq`), or in any (`any`). */
const CONTENT: Readonly<Record<string, { readonly seq?: readonly string[]; readonly any?: readonly string[] }>> = {
  akomaNtoso: { any: ["act", "doc"] },
  act: { seq: ["meta", "preface", "preamble", "body", "conclusions", "attachments"] },
  doc: { seq: ["meta", "preface", "preamble", "mainBody", "conclusions", "attachments"] },
  meta: { seq: ["identification", "lifecycle", "analysis", "temporalData", "references", "proprietary"] },
  identification: { seq: ["FRBRWork", "FRBRExpression", "FRBRManifestation"] },
  FRBRWork: {
    seq: [
      "FRBRthis",
      "FRBRuri",
      "FRBRalias",
      "FRBRdate",
      "FRBRauthor",
      "FRBRcountry",
      "FRBRsubtype",
      "FRBRnumber",
      "FRBRname",
      "FRBRprescriptive",
    ],
  },
  FRBRExpression: { seq: ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRauthoritative", "FRBRlanguage"] },
  FRBRManifestation: { seq: ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRformat"] },
  lifecycle: { any: ["eventRef"] },
  analysis: { seq: ["activeModifications", "passiveModifications"] },
  activeModifications: { any: MODS },
  passiveModifications: { any: MODS },
  textualMod: { seq: ["source", "destination", "force", "old", "new"] },
  forceMod: { seq: ["source", "destination", "force"] },
  efficacyMod: { seq: ["source", "destination", "force"] },
  temporalData: { any: ["temporalGroup"] },
  temporalGroup: { any: ["timeInterval"] },
  references: { any: ["original", "passiveRef", "activeRef", "TLCOrganization", "TLCPerson", "TLCConcept"] },
  old: { any: ["phrase"] },
  new: { any: ["phrase"] },
  proprietary: { any: ["validity"] },
  preface: { any: ["p", "longTitle"] },
  longTitle: { any: ["p"] },
  preamble: { any: ["citations", "recitals", "formula"] },
  citations: { any: ["citation"] },
  recitals: { any: ["recital"] },
  citation: { any: BLOCKS },
  recital: { any: BLOCKS },
  formula: { any: BLOCKS },
  body: { any: HIERARCHY },
  mainBody: { any: [...HIERARCHY, ...BLOCKS] },
  conclusions: { any: BLOCKS },
  attachments: { any: ["attachment"] },
  attachment: { seq: ["heading", "doc"] },
  content: { any: BLOCKS },
  intro: { any: BLOCKS },
  wrapUp: { any: BLOCKS },
  quotedStructure: { any: BLOCKS },
  table: { any: ["tr"] },
  tr: { any: ["th", "td"] },
  th: { any: ["p"] },
  td: { any: ["p"] },
  p: { any: INLINE },
  num: { any: INLINE },
  heading: { any: INLINE },
  mod: { any: ["quotedStructure"] },
  signature: { any: ["ref"] },
};

/** Every element that stands where the standard does not want it, or lacks what it needs. */
export function faultsOf(root: Element): readonly string[] {
  const faults: string[] = [];
  for (const element of walk(root)) faults.push(...contentFaults(element), ...attributeFaults(element));
  const ids = [...walk(root)].flatMap((e) => e.attributes.eId ?? []);
  faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `eId ${id} twice`));
  faults.push(...ids.filter((id) => /\s/u.test(id)).map((id) => `eId ${id} has white space`));
  const local = new Set(ids.map((id) => `#${id}`));
  for (const { name, attributes } of walk(root))
    for (const key of ["source", "start", "period", "refersTo"])
      if (attributes[key]?.startsWith("#") && !local.has(attributes[key]))
        faults.push(`${name}/@${key} leads to ${attributes[key]}, which is not there`);
  return faults;
}

function contentFaults({ name, children, text }: Element): readonly string[] {
  const names = children.map((c) => c.name);
  if (HIERARCHY.includes(name)) {
    const rank = (child: string): number =>
      ["num", "heading", "intro"].indexOf(child) + 1 || (child === "wrapUp" ? 9 : child === "content" ? 4 : 5);
    const body = names.filter((n) => n === "content" || HIERARCHY.includes(n));
    return [
      ...unordered(name, names, rank),
      ...names.filter((n) => rank(n) === 5 && !HIERARCHY.includes(n)).map((n) => `${n} in ${name}`),
      ...(body.includes("content") && names.some((n) => rank(n) >= 5) ? [`${name} has content beside children`] : []),
      ...(body.length === 0 ? [`${name} is empty`] : []),
    ];
  }
  const allowed = CONTENT[name];
  if (allowed === undefined) return names.map((n) => `${n} in ${name}`);
  const { seq, any } = allowed;
  const wrong = names.filter((n) => !(seq ?? any ?? []).includes(n)).map((n) => `${n} in ${name}`);
  const mixed = [...INLINE, "p", "num", "heading", "phrase", "validity"].includes(name);
  const stray = !mixed && text.trim() !== "" ? [`bare words in ${name}`] : [];
  return [...wrong, ...stray, ...(seq ? unordered(name, names, (n) => seq.indexOf(n)) : [])];
}

const unordered = (parent: string, names: readonly string[], rank: (name: string) => number): string[] =>
  names.flatMap((name, i) =>
    i > 0 && rank(name) < rank(names[i - 1] as string) ? [`${name} after ${names[i - 1]} in ${parent}`] : [],
  );

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  act: ["name"],
  doc: ["name"],
  identification: ["source"],
  FRBRdate: ["date", "name"],
  FRBRauthor: ["href"],
  FRBRlanguage: ["language"],
  FRBRcountry: ["value"],
  FRBRthis: ["value"],
  FRBRuri: ["value"],
  lifecycle: ["source"],
  analysis: ["source"],
  references: ["source"],
  temporalData: ["source"],
  eventRef: ["date", "source", "type"],
  textualMod: ["type"],
  forceMod: ["type"],
  efficacyMod: ["type"],
  timeInterval: ["refersTo"],
  original: ["href", "showAs"],
  passiveRef: ["href", "showAs"],
  activeRef: ["href", "showAs"],
  TLCOrganization: ["href", "showAs"],
  ref: ["href"],
  hcontainer: ["name"],
  formula: ["name"],
  attachment: ["eId"],
  article: ["eId"],
  clause: ["eId"],
};

const VALUES: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/u,
  contains: /^(?:originalVersion|singleVersion)$/u,
  status: /^(?:removed|temporarilyRemoved)$/u,
};

const attributeFaults = ({ name, attributes }: Element): readonly string[] =>
  name === "validity"
    ? []
    : [
        ...(REQUIRED[name] ?? []).filter((key) => !attributes[key]).map((key) => `${name} without ${key}`),
        ...Object.entries(attributes)
          .filter(([key, value]) => VALUES[key] !== undefined && !VALUES[key].test(value))
          .map(([key, value]) => `${name}/@${key} is ${value}`),
      ];
