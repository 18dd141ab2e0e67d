/** What the fields of a form say besides the words of its questions. */
export const fieldWords = {
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
} as const;
