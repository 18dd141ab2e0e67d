import { patternOf } from "./pattern.ts";

/** Where the trouble is: by search, on a map or in the person's own words. */
export const place = patternOf({
  id: "place",
  title: "Where is it?",
  text: "Use it when something is wrong at a place that may have no address.",
  pages: [
    {
      id: "where",
      title: "Where is it?",
      questions: [
        {
          id: "where",
          type: "location",
          label: "Where is it?",
          hint: "As near to the place as you can.",
          outside: "ask",
          errors: { required: "Enter the place where it is" },
        },
      ],
    },
  ],
  location: "where",
});

/** On what day it happened, at what time, and whether it has ended. */
export const time = patternOf({
  id: "time",
  title: "When did it happen?",
  text: "Use it when you need the day on which something happened or began.",
  conditions: [
    {
      id: "has-ended",
      name: "It is no longer happening",
      when: { "==": [{ var: "isStillHappening" }, false] },
    },
  ],
  pages: [
    {
      id: "when",
      title: "When did it happen?",
      questions: [
        {
          id: "happenedOn",
          type: "date",
          label: "Date it happened",
          hint: "For example, 27 3 2026. If it happened more than once, give the first date.",
          notAfter: "today",
          errors: {
            required: "Enter the date it happened",
            invalid: "The date it happened must be a real date",
            future: "The date it happened must be today or in the past",
          },
        },
        {
          id: "happenedAt",
          type: "time",
          label: "Time it happened",
          hint: "For example, 9:30am. Leave this empty if you do not know.",
          required: false,
          errors: { invalid: "The time it happened must be a time, like 9:30am" },
        },
        {
          id: "isStillHappening",
          type: "yes-no",
          label: "Is it still happening?",
          errors: { required: "Select yes if it is still happening" },
        },
      ],
    },
    {
      id: "when-it-ended",
      title: "When did it end?",
      when: "has-ended",
      questions: [
        {
          id: "endedOn",
          type: "date",
          label: "Date it ended",
          hint: "For example, 28 3 2026. Leave this empty if you do not know.",
          notAfter: "today",
          required: false,
          errors: {
            invalid: "The date it ended must be a real date",
            future: "The date it ended must be today or in the past",
          },
        },
      ],
    },
  ],
});

/** Files that show what the person says, each with a label. */
export const evidence = patternOf({
  id: "evidence",
  title: "Photos and documents",
  text: "Use it when a photo or a document helps you to decide.",
  pages: [
    {
      id: "evidence",
      title: "Add photos or documents",
      text: "You do not have to add any. Please do not put yourself in danger to take a photo.",
      questions: [
        {
          id: "evidence",
          type: "files",
          label: "Add photos or documents",
          hint: "Add up to 5 files.",
          fileLabel: "What does this show?",
          maxFiles: 5,
          required: false,
          errors: { "too-many": "Add no more than 5 files" },
        },
      ],
    },
  ],
});
