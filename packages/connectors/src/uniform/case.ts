import { elements, text, type XmlElement } from "@guildhall/xml";
import { readSoap, type SoapAnswer } from "./reply.ts";

/** A visit as a case shows it: its actions are not shown. */
export interface Visit {
  readonly reference: string;
  readonly type: string;
  readonly officer: string;
  readonly comments: string;
}

/** A case as it stands. */
export interface Standing {
  /** The status's code, with the closing action's behind a stroke where there is one. */
  readonly status: string | undefined;
  readonly inspection: string | undefined;
  readonly visits: readonly Visit[];
}

/** Read a case from its reply; undefined where the reply shows none. */
export function readStanding(answer: SoapAnswer): Standing | undefined {
  return readSoap(answer, (body) => {
    const status = text(body, "AdministrationDetails/StatusCode");
    const closing = text(body, "AdministrationDetails/ClosingActionCode");
    return {
      status: status && [status, closing].filter(Boolean).join("/"),
      inspection: text(body, "InspectionDetails/ReferenceValue"),
      visits: elements(body, "Visits/Visit").flatMap(readVisit),
    };
  });
}

/** A visit without a reference cannot be told from another, and is left out. */
function readVisit(visit: XmlElement): Visit[] {
  const at = (name: string) => text(visit, name) ?? "";
  const reference = at("ReferenceValue");
  if (!reference) return [];
  return [
    { reference, type: at("VisitTypeCode"), officer: at("OfficerCode"), comments: at("Comments") },
  ];
}
