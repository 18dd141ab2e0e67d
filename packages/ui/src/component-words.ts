import { createContext, useContext } from "hono/jsx";
import type { Plurals } from "./components/translations.ts";

/** What a page says that went wrong. Its title is the page's title too. */
export interface ErrorWords {
  readonly title: string;
  readonly text: readonly string[];
}

export type ErrorKind = "not-found" | "problem" | "unavailable" | "expired";

/** All that components say by themselves, in one language. */
export interface ComponentWords {
  readonly back: string;
  readonly breadcrumb: string;
  readonly problem: string;
  readonly error: string;
  readonly warning: string;
  readonly success: string;
  readonly important: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** The word before who did something. */
  readonly by: string;
  readonly contact: { readonly title: string; readonly telephone: string; readonly email: string };
  readonly startPage: string;
  readonly errors: Readonly<Record<ErrorKind, ErrorWords>>;
  /** `%{count}` stands for the number; what is left out the script says in English. */
  readonly characterLimit: string;
  readonly charactersLeft?: Plurals;
  readonly noCharactersLeft?: string;
  readonly charactersOver?: Plurals;
  readonly noFileChosen?: string;
  readonly filesChosen?: Plurals;
  readonly enteredDropZone?: string;
  readonly leftDropZone?: string;
}

/** The same in English. */
export const componentWords: ComponentWords = {
  back: "Back",
  breadcrumb: "Breadcrumb",
  problem: "There is a problem",
  error: "Error",
  warning: "Warning",
  success: "Success",
  important: "Important",
  day: "Day",
  month: "Month",
  year: "Year",
  by: "by",
  contact: { title: "Contact us", telephone: "Telephone", email: "Email" },
  startPage: "Go to the start page",
  errors: {
    "not-found": {
      title: "Page not found",
      text: [
        "If you typed the address, check that it is right.",
        "If you pasted it, check that you copied all of it.",
      ],
    },
    problem: {
      title: "Sorry, there is a problem with the service",
      text: ["Try again later.", "What you have entered so far is kept for you."],
    },
    unavailable: {
      title: "Sorry, the service is unavailable",
      text: ["You will be able to use it again soon. There is nothing that you need to do."],
    },
    expired: {
      title: "Your answers are no longer kept",
      text: ["You did not use this service for some time, so we deleted what you had entered."],
    },
  },
  characterLimit: "You can enter up to %{count} characters",
};

const Said = createContext(componentWords);

/** Has the components inside it speak another language. */
export const ComponentLanguage = Said.Provider;

/** What the component that is being drawn says by itself. */
export function componentWordsHere(): ComponentWords {
  return useContext(Said);
}
