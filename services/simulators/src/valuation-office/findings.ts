import type { SchemaSet } from "@guildhall/contract";
import { type DocumentFault, readRows, type SchemaChecker } from "@guildhall/xml";
import type { Finding } from "./submission.ts";

interface Rules {
  readonly checker: Pick<SchemaChecker, "check">;
  readonly schemas: SchemaSet;
  readonly billingAuthority: string;
}

/** Check a file of reports for real: by the schemas, by the rules, and by whose account it came in on. */
export async function findingsIn(
  xml: string,
  { checker, schemas, billingAuthority }: Rules,
): Promise<Finding[]> {
  const faults = await checker.check(schemas, xml);
  const findings = faults.map(toFinding);
  return isOf(xml, billingAuthority) ? findings : [...findings, otherAuthority];
}

const otherAuthority: Finding = {
  code: "1010",
  sentence: "The file is of another billing authority than the one whose account this is.",
  position: "1/2",
};

const plan = {
  namespaces: { vb: "http://www.govtalk.gov.uk/LG/Valuebill" },
  rows: [{ name: "code", path: "/vb:BAreports/vb:BAreportHeader/vb:BillingAuthorityIdentityCode" }],
};

/** A file that names nobody is the schemas' business. */
function isOf(xml: string, billingAuthority: string): boolean {
  const { code } = readRows(Buffer.from(xml), plan);
  return typeof code !== "string" || Number(code) === Number(billingAuthority);
}

const ownCodes: Readonly<Partial<Record<DocumentFault["code"], string>>> = {
  schema: "2000",
  rule: "2000",
  time: "4500",
};

function toFinding({ code, receiverCode, sentence, position }: DocumentFault): Finding {
  return {
    code: receiverCode ?? ownCodes[code] ?? "2001",
    sentence,
    ...(position === undefined ? {} : { position }),
  };
}
