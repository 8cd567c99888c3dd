import { n, plural } from "./en-number.ts";
import type { attentionWords as vi } from "./vi-attention.ts";

export const attentionWords: typeof vi = {
  attention: {
    title: "Needs a person",
    lead: "What the tool knows that it does not know. What most other documents rest on comes first.",
    groups: {
      citations: "Citations",
      effects: "Effects and validity",
      documents: "Data of documents",
      files: "Files",
    },
    kinds: {
      unresolved: {
        title: "Citations of an unknown document",
        why: "Without knowing the document nobody knows whether that basis is in force. Name the document, or import it.",
      },
      ambiguous: {
        title: "Citations that fit several documents",
        why: "The number or name as written fits several documents, so none was chosen. Choose the right one.",
      },
      missing: {
        title: "Citations of provisions that do not exist",
        why: "The cited document is here but has no such provision: a wrong citation, or a text with something missing. Compare both places.",
      },
      "unknown-instruction": {
        title: "Instructions not understood",
        why: "The sentence speaks of amending or abolishing, but not clearly what and where, so it is not counted. Determine or reject it.",
      },
      undated: {
        title: "Effects without a day",
        why: "Without the day the validity of the document concerned cannot be computed. Give the day and its basis.",
      },
      "not-applied": {
        title: "Effects that could not be applied",
        why: "They could not be applied exactly, so text and validity lack them. See the reason, then determine or reject.",
      },
      lists: {
        title: "Lists that say otherwise",
        why: "An imported list names another status than the computed one; one of them is wrong. See the proof of the status.",
      },
      "published-lists": {
        title: "Differs from a published list",
        why: "A published list that was read in differs from what is computed; one of them is wrong, or the list forgot something. Open its place in the list and say which side is right, and why.",
      },
      oddities: {
        title: "Oddities of effects",
        why: "Circles of replacements, two replacements, validity before the day of issue: mostly a wrong number or day.",
      },
      number: {
        title: "No number",
        why: "Without a number nobody's citation finds the document. Enter the number.",
      },
      issuer: {
        title: "No issuing body",
        why: "Without the body neither power nor rank can be compared. Enter the body.",
      },
      day: {
        title: "No day of issue",
        why: "Citations, powers and bases are judged on the day of issue. Enter the day.",
      },
      type: { title: "Kind of document unclear", why: "The kind decides the rank. Enter the kind." },
      unsure: {
        title: "Number, day or body read without certainty",
        why: "They were read, but not for certain. Compare with the original; mend or confirm them.",
      },
      normative: {
        title: "Unclear whether normative",
        why: "Official lists hold normative documents only. Say yes or no.",
      },
      field: {
        title: "Field unclear",
        why: "Title and basis are not clear enough for a subject of the Codification, so filters by field leave the document out. Look at the title.",
      },
      territory: {
        title: "Territory unclear",
        why: "Without the territory nothing can be said after reorganisations. Mostly the issuing body is missing or wrong.",
      },
      ocr: {
        title: "Texts recognised from images",
        why: "Recognised letters may be wrong; findings that rest on them are less sure. Compare with the original, import the Word file if there is one.",
      },
      refused: {
        title: "Files that could not be imported",
        why: "What cannot be read cannot be reviewed. Mend the file by its reason and import it under the same name; it then leaves this list.",
      },
    },
    open: (k) => `${plural(k, "thing", "things")} left`,
    settled: (k) => `${n(k)} settled by hand`,
    settledLink: "look again",
    settledTitle: "Settled by hand",
    settledLead:
      "What people have named or determined is used instead of the computation, kept over later imports, and can always be undone.",
    settledNone: "Nothing has been settled by hand yet",
    settledNoneWhy: "Open something that needs a person; once saved it stands here.",
    settledDocuments: (k) => `${plural(k, "document has", "documents have")} data mended by hand.`,
    all: (k) => `See all ${n(k)}`,
    clear: "Nothing left:",
    none: "Nothing needs a person",
    noneWhy: "Every citation is resolved, every effect applied, every file read.",
    noneHere: "Nothing is left here",
    noneFiltered: "Nothing matches the filter",
    noneFilteredWhy: "The documents of this body and field have nothing of this kind.",
    dropFilter: "Drop the filter",
    filter: "Filter",
    body: "Issuing body",
    field: "Field",
    any: "all",
    documents: (k) => `${plural(k, "document writes", "documents write")} so`,
    cited: (k) => `cited ${plural(k, "time", "times")}`,
    oneName: (name) => `Documents that write “${name}”`,
    lacks: (units) => `has no ${units}`,
    openTarget: "Open the cited document",
    mend: "Mend the data",
    importAgain: "Import again",
    original: "Open the text",
    savedEffect: "Saved.",
    savedEffectWhy: "The validity of the documents concerned has been computed anew.",
  },
};
