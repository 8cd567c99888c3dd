import { n } from "./en-number.ts";
import type { savedViewWords as vietnamese } from "./vi-saved-views.ts";

export const savedViewWords: typeof vietnamese = {
  savedViews: {
    title: "Saved lists",
    save: "Save these filters",
    name: "Name of the list",
    nameHelp: "For example: Against a decree, land",
    keep: "Save",
    drop: (name) => `Delete the list “${name}”`,
    faultTitle: "The list was not saved",
    faults: {
      "name-missing": "Give the list a name and press Save.",
      "name-too-long": (most) => `The name has more than ${n(most)} characters. Make it shorter.`,
      "too-many": (most) => `This page has ${n(most)} lists already. Delete one and save again.`,
    },
  },
};
