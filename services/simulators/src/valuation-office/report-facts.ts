import { readRows } from "@guildhall/xml";

/** What an officer sorts by. */
export interface ReportFacts {
  readonly transaction: string;
  readonly reason: string;
  readonly description: string;
  readonly address: string;
  readonly reports: number;
}

const report = "/vb:BAreports/vb:BApropertyReport";
const plan = {
  namespaces: { vb: "http://www.govtalk.gov.uk/LG/Valuebill" },
  rows: [
    { name: "transaction", path: `${report}/vb:TransactionIdentityBA` },
    { name: "reason", path: `${report}/vb:TypeOfTax/*/vb:ReasonForReportCode` },
    { name: "description", path: `${report}/vb:TypeOfTax/*/vb:ReasonForReportDescription` },
    {
      name: "address",
      path: `(${report}//vb:TextAddress)[1]/vb:AddressLine | (${report}//vb:TextAddress)[1]/vb:Postcode`,
      list: true,
    },
    { name: "reports", path: report, list: true },
  ],
};

/** Read what a file's first report is about. Any of it may be missing: the file came as it is. */
export function factsOf(xml: string): ReportFacts {
  const { transaction, reason, description, address, reports } = readRows(Buffer.from(xml), plan);
  return {
    transaction: one(transaction),
    reason: one(reason),
    description: one(description),
    address: [address ?? []].flat().join(", "),
    reports: [reports ?? []].flat().length,
  };
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
