import type { NewCase } from "./case.ts";
import type { UniformConfig } from "./config.ts";
import { floating } from "./local-time.ts";
import { many, one, optional } from "./shape.ts";
import { allAt, type Received, SoapFault, textAt } from "./soap.ts";

const root = "SubmittedGeneralServiceRequest";

/** A general service request, in the order that the receiver wants. */
export const submitShape = one(
  "SubmitGeneralServiceRequest",
  one(
    root,
    one(
      "ServiceRequestIdentification",
      optional(one("ReceptionReference")),
      optional(
        one(
          "AlternativeReferences",
          many(one("AlternativeReference", one("ReferenceType"), one("ReferenceValue"))),
        ),
      ),
    ),
    one("ComplaintType"),
    optional(
      one(
        "SubmittedSiteLocation",
        optional(one("UPRN")),
        optional(one("MapEast")),
        optional(one("MapNorth")),
      ),
    ),
    one("NatureOfComplaint"),
    one("HowComplaintReceived"),
    optional(
      one(
        "Customers",
        many(
          one(
            "SubmittedCustomer",
            one(
              "SubmittedCustomerDetails",
              one("CustomerTypeCode"),
              optional(one("CustomerName", one("FullName"))),
              optional(
                one(
                  "SubmittedContactDetails",
                  many(
                    one("SubmittedContactDetail", one("ContactTypeCode"), one("ContactAddress")),
                  ),
                ),
              ),
              optional(one("TimeReceived")),
            ),
          ),
        ),
      ),
    ),
    optional(one("AllocatedTo")),
    optional(one("ReceivedBy")),
    one("TimeReceived"),
    optional(
      one("XtraValues", many(one("SR_Xtra", one("FieldName"), optional(one("FieldValue"))))),
    ),
  ),
);

/** Read a request whose shape was checked. @throws SoapFault for a time that is none. */
export function readSubmission(request: Received): NewCase {
  const at = (...path: string[]) => textAt(request, root, ...path) ?? "";
  const all = (...path: string[]) => allAt(request, root, ...path);
  const timeReceived = floating(at("TimeReceived"));
  if (!timeReceived) throw new SoapFault("Client", "TimeReceived is not a valid dateTime");
  return {
    alternatives: all(
      "ServiceRequestIdentification",
      "AlternativeReferences",
      "AlternativeReference",
    ).map(pair("ReferenceType", "ReferenceValue")),
    complaintType: at("ComplaintType"),
    nature: at("NatureOfComplaint"),
    how: at("HowComplaintReceived"),
    site: {
      uprn: at("SubmittedSiteLocation", "UPRN"),
      east: at("SubmittedSiteLocation", "MapEast"),
      north: at("SubmittedSiteLocation", "MapNorth"),
    },
    customers: all("Customers", "SubmittedCustomer", "SubmittedCustomerDetails").map(readCustomer),
    xtra: all("XtraValues", "SR_Xtra").map(pair("FieldName", "FieldValue")),
    timeReceived,
  };
}

/** Why Uniform will not take a request, in its words, or undefined where it will. */
export function objectionTo(request: NewCase, { lists }: UniformConfig): string | undefined {
  const unknown = (list: string, code: string) =>
    lists[list] && !lists[list].some((known) => known.code === code);
  if (unknown("SRRECTYPE", request.complaintType)) {
    return `Complaint type "${request.complaintType}" is not valid`;
  }
  if (!request.nature) return "Nature of complaint must be given";
  if (unknown("SRRECHOW", request.how)) return `How received "${request.how}" is not valid`;
  const stranger = request.customers.find(({ type }) => unknown("SRCUSTTYPE", type));
  return stranger ? `Customer type "${stranger.type}" is not valid` : undefined;
}

function readCustomer(customer: Received): NewCase["customers"][number] {
  return {
    type: textAt(customer, "CustomerTypeCode") ?? "",
    fullName: textAt(customer, "CustomerName", "FullName") ?? "",
    contacts: allAt(customer, "SubmittedContactDetails", "SubmittedContactDetail").map(
      pair("ContactTypeCode", "ContactAddress"),
    ),
  };
}

function pair(type: string, value: string) {
  return (from: Received) => ({ type: textAt(from, type) ?? "", value: textAt(from, value) ?? "" });
}
