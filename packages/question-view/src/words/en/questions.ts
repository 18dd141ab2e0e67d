/** What the pages and fields of a form say besides the words of its questions. */
export const questions = {
  optional: "(optional)",
  yes: "Yes",
  no: "No",
  chooseOne: "Choose one",
  money: "In pounds and pence, for example 12.50",
  approximate: "If you do not know the day or the month, leave it blank.",
  day: "Day",
  month: "Month",
  year: "Year",
  dayIfKnown: "Day (optional)",
  monthIfKnown: "Month (optional)",
  start: "Start date",
  end: "End date",
  notYetKnown: "We cannot work this out yet",
  /** What the type-ahead says to those who hear it; `{count}` and its like are filled in by its script. */
  typeAhead: {
    assist:
      "Type to find an option, use the up and down arrows to look at them and enter to choose",
    none: "Nothing found",
    one: "1 option found.",
    many: "{count} options found.",
    at: "{option}, {at} of {count}.",
  },
  organisation: {
    name: "Name of the organisation",
    number: "Company or charity number (optional)",
    numberHint: "For example 01234567, SC012345 or 1234567",
  },
  bank: {
    accountName: "Name on the account",
    sortCode: "Sort code",
    sortCodeHint: "Must be 6 digits long",
    accountNumber: "Account number",
    accountNumberHint: "Must be between 6 and 8 digits long",
    rollNumber: "Building society roll number (optional)",
    rollNumberHint: "You can find it on your card, statement or passbook",
  },
  address: {
    line1: "Address line 1",
    line2: "Address line 2 (optional)",
    town: "Town or city",
    postcode: "Postcode (optional)",
  },
  list: {
    add: (item: string) => `Add ${/^[aeiou]/i.test(item) ? "an" : "a"} ${item}`,
    another: (item: string) => `Add another ${item}`,
    most: (count: number) => `You can add no more than ${count}.`,
    remove: "Remove",
  },
  otherWindow: "This is what you entered in the other window:",
  clash:
    "You changed this page in another window. Check your answers below, then select what to do.",
  notKept: "We could not keep what you entered just now. Try again in a minute.",
  tooLong: "What you entered is too long to keep. Make it shorter.",
};
