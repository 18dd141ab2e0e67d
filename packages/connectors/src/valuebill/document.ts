import { type ReadPlan, readRows, XmlFault } from "@guildhall/xml";
import { NotAccepted } from "../not-accepted.ts";

/** More than a year of one authority's reports. */
const documentLimit = 1024 * 1024;

const plan: ReadPlan = {
  namespaces: { vb: "http://www.govtalk.gov.uk/LG/Valuebill" },
  rows: [
    { name: "root", path: "name(/vb:BAreports)" },
    {
      name: "authorities",
      path: "//vb:BillingAuthorityIdentityCode | //vb:BAidentityNumber",
      list: true,
    },
  ],
};

/**
 * Make sure that a document is this authority's own, before anyone sees it.
 *
 * The receiver knows whose account it is and takes a report of another authority for a mistake; that
 * mistake is found here, where it can be put right.
 *
 * @throws NotAccepted
 */
export function checkReport(xml: string, billingAuthority: string): void {
  const bytes = Buffer.from(xml);
  if (bytes.length > documentLimit) throw refused("too-large");
  const { root, authorities } = read(bytes);
  if (!root || !authorities?.length) throw refused("document-invalid");
  if ([authorities].flat().some((code) => code !== billingAuthority)) {
    throw refused("other-authority");
  }
}

function read(bytes: Uint8Array) {
  try {
    return readRows(bytes, plan);
  } catch (error) {
    throw error instanceof XmlFault ? refused("document-invalid") : error;
  }
}

function refused(code: string): NotAccepted {
  return new NotAccepted({ outcome: "refused", code });
}
