/** Say what a value should have been, by the built-in type of XML Schema that is under it. */
export function sentenceOfKind(type: string | undefined, name: string): string {
  const said = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return `${name} is ${said ?? "not of the kind that is asked for"}.`;
}

const number = "not a number";
const whole = "not a whole number";
const identifier = "not a name as XML has them";

const kinds: Readonly<Record<string, string>> = {
  date: "not a date, such as 2026-03-31",
  dateTime: "not a date with a time, such as 2026-03-31T09:15:00",
  time: "not a time, such as 09:15:00",
  gYear: "not a year, such as 2026",
  gYearMonth: "not a month of a year, such as 2026-03",
  gMonthDay: "not a day of a month, such as --03-31",
  gMonth: "not a month, such as --03",
  gDay: "not a day, such as ---31",
  duration: "not a length of time, such as P1DT12H",
  decimal: number,
  float: number,
  double: number,
  integer: whole,
  long: whole,
  int: whole,
  short: whole,
  byte: whole,
  nonNegativeInteger: "not a whole number from 0 up",
  unsignedLong: "not a whole number from 0 up",
  unsignedInt: "not a whole number from 0 up",
  unsignedShort: "not a whole number from 0 to 65535",
  unsignedByte: "not a whole number from 0 to 255",
  positiveInteger: "not a whole number from 1 up",
  nonPositiveInteger: "not a whole number from 0 down",
  negativeInteger: "not a whole number below 0",
  boolean: "neither true nor false",
  anyURI: "not a web address",
  language: "not the code of a language, such as cy",
  base64Binary: "not written in base64",
  hexBinary: "not written in hexadecimal digits",
  Name: identifier,
  NCName: identifier,
  NMTOKEN: identifier,
  QName: identifier,
  ID: identifier,
  IDREF: "not a reference to something in the document",
};
