import type { Guide, GuideId } from "./guide.ts";

export const GUIDES_EN: Readonly<Record<GuideId, Guide>> = {
  reviewer: {
    title: "The reviewer",
    lead: "For officials of the Department of Justice: see what is left to do, decide on findings by keys, bring documents in, learn what a new document means for others.",
    steps: [
      {
        title: "See what is left to do",
        text: [
          "**Overview** says, as of a day, how many documents are in which state, how many findings wait, and what to look at first. Every figure leads to the list behind it. Another day in the second band recomputes them all.",
        ],
        open: "/",
        shot: { id: "home", alt: "The overview: documents by state and the findings to look at first" },
      },
      {
        title: "Go through the queue",
        text: [
          "Open **Findings**. The queue stands on the left, the finding on the right. [[j]] and [[k]] walk the queue, [[Enter]] opens.",
        ],
        open: "/findings",
        shot: { id: "queue", alt: "The queue of findings beside one finding with its evidence in two columns" },
      },
      {
        title: "Read the evidence first",
        text: [
          "The reviewed words and the words held against them stand side by side, the deciding ones marked. **Why** gives the reason, **To do:** the remedy. Which text prevails is said; where it cannot be told, that is said too.",
        ],
        shot: { id: "evidence", alt: "Evidence of one finding: two quotations with the deciding words marked" },
      },
      {
        title: "Decide by one key",
        text: [
          "[[c]] confirms. [[d]] dismisses: choose a reason by its number or write one, then [[Enter]]. [[s]] puts off to a day. [[o]] asks for an opinion. [[u]] takes the last decision back. Every decision is kept with its name and time.",
        ],
        shot: { id: "decide", alt: "The buttons to decide on a finding, each with its key" },
      },
      {
        title: "Assign, note, decide on many",
        text: [
          "[[a]] assigns with a day, [[n]] keeps a note. [[x]] ticks, [[b]] decides on all ticked ones after showing what would change. **Review work** says who decided what and what is still assigned.",
        ],
        open: "/reviews",
      },
      {
        title: "Read the text of the day",
        text: [
          "The reader shows the words in force on the day. The line in the margin says what was amended, inserted, repealed or suspended; it opens into the clause that did it.",
        ],
        open: "/documents",
        shot: { id: "text-on-day", alt: "The reader: the text on a day, lines in the margin where it was changed" },
      },
      {
        title: "Ask how it knows",
        text: ["A status opens into its proof: which clause, of which document, since when, in its own words."],
        shot: { id: "status-proof", alt: "The status of a document opened into the clauses that prove it" },
      },
      {
        title: "Deal with what needs a person",
        text: [
          "Citations nobody could resolve, effects that could not be applied, days nobody could compute. What a person says here wins over the machine and survives later imports.",
        ],
        open: "/attention",
        shot: { id: "waiting", alt: "What waits for a person: unresolved citations, effects not applied" },
      },
      {
        title: "Bring documents in",
        text: [
          "Open **Import** and drop files. A file that cannot be read is named with its reason; the rest goes on.",
        ],
        open: "/import",
        shot: { id: "import", alt: "The page to import files, and earlier imports" },
      },
      {
        title: "See what a new document means",
        text: [
          "**Impact** lists what must be reviewed because of a document (Article 39 of Decree 79/2025/NĐ-CP), each line with its reason; to download as Excel or CSV.",
        ],
        open: "/impact",
        shot: { id: "impact", alt: "Documents to review because of a new one, each with its reason" },
      },
      {
        title: "Review in batches",
        text: [
          "From an impact list press **Make a batch from this list**, or open **Review batches** for a field, a territory, a period, the documents of former provinces and districts. The list stays as it was made.",
          "Give documents to units by their scope after a preview; whoever gets some is told, and days that pass show on the overview.",
        ],
        open: "/batches",
        shot: {
          id: "batch",
          alt: "A batch to be made: documents of former provinces and districts, each with its reason",
        },
      },
      {
        title: "Fill the sheet, propose, let another conclude",
        text: [
          "A review sheet gathers effect, basis, findings and changes above by Điều 41; the machine proposes a form of handling by Điều 38 and says why. Choosing another takes a reason.",
          "[[p]] proposes. Who proposed does not conclude: another person does, or returns it. Related units are asked on the sheet; it downloads as a Word file.",
        ],
        open: "/sheets",
        shot: { id: "sheet", alt: "A review sheet: the machine's proposal, the aspects of Điều 41, room for words" },
      },
      {
        title: "Follow it until it is done",
        text: [
          "What has to be handled is followed with its steps and days. An Excel tracker can be read in: certain rows are matched, doubtful ones wait for a person, none is lost.",
          "When the resulting document comes in and its clauses do what was planned, the case closes itself with the words that prove it; if not, that is shown.",
        ],
        open: "/handling",
      },
    ],
  },
  drafter: {
    title: "The drafter",
    lead: "For whoever writes drafts: check one before it is submitted, read the result, look texts up, compare, cite rightly.",
    steps: [
      {
        title: "Hand the draft in",
        text: [
          "Open **Drafts**, choose a file or paste the words, write the planned day, press **Check**. Drafts never enter the index; they stay in memory for four hours at most.",
        ],
        open: "/drafts",
        shot: { id: "draft-form", alt: "The form for drafts: planned day, file, pasted words" },
      },
      {
        title: "Read the verdict first",
        text: [
          "The first line says whether to submit: how many faults must be mended, how many points to consider. Each quotes the draft and the text it contradicts, and says what to do.",
        ],
        shot: { id: "draft-result", alt: "The result for a draft: faults to mend, each with evidence" },
      },
      {
        title: "See what issuing it would do",
        text: ["What would end, what would change, what must be reviewed, and older texts the draft forgot to name."],
        shot: { id: "draft-outcome", alt: "What issuing the draft would end, and a suggested repeal clause" },
      },
      {
        title: "Mend it and check again",
        text: [
          "The second check says what is solved and what is new. The result can be downloaded as a Word file with each point in its margin.",
        ],
      },
      {
        title: "Look texts up",
        text: [
          "[[/]] goes to the search field: a number, words with or without accents, “a phrase” in quotation marks.",
        ],
        open: "/search",
        shot: { id: "search", alt: "Search results by provision with the words marked" },
      },
      {
        title: "Compare",
        text: ["Two days of one document, or two documents: words added and removed are marked unit by unit."],
        open: "/compare",
        shot: { id: "compare", alt: "Two texts side by side, words added and removed marked" },
      },
      {
        title: "Cite rightly",
        text: [
          "Set the day to the planned day, open the document, and use the link of the provision: it keeps the day.",
        ],
      },
    ],
  },
  reporter: {
    title: "The reporting official",
    lead: "For whoever draws up yearly lists: figures as of a day, the list of ended documents, files to hand on, each line checked against the words that prove it.",
    steps: [
      {
        title: "Choose the day",
        text: [
          "Write it in the second band. Its colour changes, and the day goes along in every link until you go back.",
        ],
        open: "/",
      },
      {
        title: "List what has ended",
        text: ["Filter **Documents** by status, issuer, type and year. The address keeps the filters."],
        open: "/documents?status=ceased",
        shot: { id: "ended-list", alt: "Documents that have ceased, each with its day and reason" },
      },
      {
        title: "Check line by line",
        text: ["Open a document and its status: the proof is there. The tab of effects draws its life."],
        shot: { id: "effects", alt: "The effects of a document: its life drawn and the same as a table" },
      },
      {
        title: "Look at what is uncertain",
        text: [
          "What waits for a person is on no list until somebody has decided.",
          "Lists of what is in force stand by field. In **Documents**, tick those without one and choose **Set fields**; a document of several fields is listed in each and counted once.",
        ],
      },
      {
        title: "Make the lists of the forms",
        text: [
          "Open **Lists and reports**, choose the kind of list and the period: a year, **Last month**, or two days, then **Make the list**. Order, columns and groups follow forms 01 to 05 of Decree 79/2025/NĐ-CP, for earlier periods Decree 34/2016/NĐ-CP.",
          "The column **Evidence** opens into the words behind each row; rows inferred from the law are counted above the list. Part B holds what earlier lists missed; read last year's list in, and it is held against the index as well: what differs waits under **Needs a person** until somebody answers it. A list that says neither its day nor its period leaves nothing out of part B: open it and say the day. Download Word, Excel, CSV, a print page or JSON.",
        ],
        open: "/reports?form=01&from=2026-01-01&to=2026-12-31",
        shot: {
          id: "reports",
          alt: "Lists and reports: documents that ceased within the year, each with its reason and evidence",
        },
      },
      {
        title: "Submit, sign, publish",
        text: [
          "The papers for publishing are one Word file: submission, draft decision or resolution by Decree 30/2020/NĐ-CP, annexes in landscape. Names of bodies and signers are remembered.",
          "A frozen list keeps figures, day and audit head: it comes out the same years later. With number and day of the deciding document every row shows where it was published; a correction is a new version that says what changed.",
        ],
        open: "/reports/published",
        shot: { id: "papers", alt: "The papers for publishing: body, number, day and signer before the Word file" },
      },
      {
        title: "Monthly, quarterly, yearly reports",
        text: [
          "Figures of a month, quarter, half-year or year beside those of the period before; each opens the list behind it. Words are written on the page and kept; then Word, Excel, or freezing.",
        ],
        open: "/reports/periodic",
      },
    ],
  },
};
