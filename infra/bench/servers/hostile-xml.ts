import { elements, withXml, XmlFault } from "@guildhall/xml";

const laughs = Array.from(
  { length: 9 },
  (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`,
);

/** Documents that are made to keep a parser busy; the limit of size lets all of them in. */
const hostile: readonly string[] = [
  `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs.join("")}]><r>&l9;</r>`,
  `<!DOCTYPE r [<!ENTITY a "${"a".repeat(50_000)}">]><r>${"&a;".repeat(2000)}</r>`,
  '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
  `<r ${Array.from({ length: 90_000 }, (_, nth) => `a${nth}=""`).join(" ")}/>`,
  `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`,
  `<r>${"<a/>".repeat(250_000)}</r>`,
  `<r>${"]]&gt;".repeat(150_000)}</r>`,
  `<!--${"<".repeat(1_000_000)}--><r/>`,
];

/** Read each, and give the milliseconds of the processor that the worst takes. */
export function worstReadMs(): number {
  return Math.max(...hostile.map(readMs));
}

function readMs(source: string): number {
  const bytes = Buffer.from(source);
  const before = process.cpuUsage();
  try {
    withXml(bytes, (root) => elements(root, "b").length);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
