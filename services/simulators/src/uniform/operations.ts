import { toldOf } from "../faults.ts";
import type { Case } from "./case.ts";
import { floating } from "./local-time.ts";
import { many, one, optional, type Shape } from "./shape.ts";
import { allAt, type Received, SoapFault, textAt } from "./soap.ts";
import { objectionTo, readSubmission, submitShape } from "./submit.ts";
import type { Uniform } from "./uniform.ts";
import { onlineReference } from "./view.ts";
import { element, type Xml } from "./xml.ts";

/** One operation that is open to whoever is logged on: what it takes and what it does. */
export interface Operation {
  readonly action: "common" | "servicerequest";
  readonly shape: Shape;
  /** The content of the reply; `lost` when the reply is to be lost. */
  run(uniform: Uniform, request: Received): readonly Xml[] | "lost";
}

/** The operations of the connector, by name; logging on and off is the session's. */
export const operations: Readonly<Record<string, Operation>> = {
  GetCnCodeList: {
    action: "common",
    shape: one("GetCnCodeList", one("ListName")),
    run: getCodeList,
  },
  SubmitGeneralServiceRequest: { action: "servicerequest", shape: submitShape, run: submit },
  GetChangedServiceRequestRefVals: {
    action: "servicerequest",
    shape: one("GetChangedServiceRequestRefVals", one("LastUpdated")),
    run: getChanged,
  },
  GetGeneralServiceRequestByReferenceValue: {
    action: "servicerequest",
    shape: one("GetGeneralServiceRequestByReferenceValue", one("ReferenceValue")),
    run: getRequest,
  },
  AddVisitsToInspection: {
    action: "servicerequest",
    shape: one(
      "AddVisitsToInspection",
      one("InspectionIdentifier"),
      one(
        "Visits",
        many(
          one(
            "SubmittedVisit",
            one("VisitTypeCode"),
            one("ScheduledDateOfVisit"),
            one("OfficerCode"),
            optional(one("Comments")),
          ),
        ),
      ),
    ),
    run: addVisits,
  },
  AddActionsToVisit: {
    action: "servicerequest",
    shape: one(
      "AddActionsToVisit",
      one("VisitIdentifier"),
      one(
        "Actions",
        many(one("SubmittedAction", one("ActionCode"), one("OfficerCode"), one("DueDate"))),
      ),
    ),
    run: addActions,
  },
};

function getCodeList({ config }: Uniform, request: Received): Xml[] {
  const codes = config.lists[textAt(request, "ListName") ?? ""] ?? [];
  const written = codes.map(({ code, text }) =>
    element("CnCode", element("CodeValue", code), element("CodeText", text)),
  );
  return [element("GetCnCodeListResult", element("CodeList", ...written))];
}

function submit({ cases, config, faults }: Uniform, request: Received): readonly Xml[] | "lost" {
  if (faults.take("refused")) return failure("The request was refused");
  const input = readSubmission(request);
  const objection = objectionTo(input, config);
  if (objection) return failure(objection);
  const had = cases.findAlternative(input.alternatives);
  if (had) return [...failure(alreadyGot), identify(had)];

  const submitted = cases.submit(input);
  if (faults.take("lost-reply")) return "lost";
  if (faults.take("duplicate")) return failure(alreadyGot);
  const reference = faults.take("success-without-reference") ? "" : submitted.reference;
  return [element("TransactionSuccess", "True"), identify({ ...submitted, reference })];
}

function getChanged({ cases, faults }: Uniform, request: Received): Xml[] {
  const since = localTimeAt(request, "LastUpdated");
  return toldOf(faults, cases.changedSince(since), onlineReference).map(
    ({ reference, requestType }) =>
      element("RefVals", element("ReferenceValue", reference), element("RequestType", requestType)),
  );
}

/** Requests of another type have a reading operation of their own, which nobody has published. */
function getRequest({ cases }: Uniform, request: Received): readonly Xml[] {
  const found = cases.find(textAt(request, "ReferenceValue") ?? "");
  if (found?.requestType !== "GENERAL") return failure("No such request");
  const administration = [
    element("StatusCode", found.status),
    element("ClosingActionCode", found.closingAction ?? ""),
  ];
  return [
    element(
      "GeneralServiceRequest",
      identify(found),
      element("AdministrationDetails", ...administration),
      inspect(found),
    ),
  ];
}

function addVisits({ cases, faults }: Uniform, request: Received): Xml[] | "lost" {
  const inspection = textAt(request, "InspectionIdentifier") ?? "";
  const found = cases.all().find((held) => held.inspection === inspection);
  if (!found) throw new SoapFault("Server", `There is no inspection ${inspection}`);
  const visits = allAt(request, "Visits", "SubmittedVisit").map((visit) => ({
    type: textAt(visit, "VisitTypeCode") ?? "",
    officer: textAt(visit, "OfficerCode") ?? "",
    scheduled: localTimeAt(visit, "ScheduledDateOfVisit"),
    comments: textAt(visit, "Comments") ?? "",
  }));
  cases.addVisits(found.reference, visits, "platform");
  return faults.take("lost-reply") ? "lost" : [];
}

function addActions({ cases, faults }: Uniform, request: Received): Xml[] | "lost" {
  const visit = textAt(request, "VisitIdentifier") ?? "";
  const found = cases
    .all()
    .find(({ visits }) => visits.some(({ reference }) => reference === visit));
  if (!found) throw new SoapFault("Server", `There is no visit ${visit}`);
  const actions = allAt(request, "Actions", "SubmittedAction").map((action) => ({
    code: textAt(action, "ActionCode") ?? "",
    officer: textAt(action, "OfficerCode") ?? "",
    due: localTimeAt(action, "DueDate"),
  }));
  cases.addActions(found.reference, visit, { actions, by: "platform" });
  return faults.take("lost-reply") ? "lost" : [];
}

const alreadyGot = "Already got that report";

/** A failure is a successful reply that says so inside. */
function failure(message: string): Xml[] {
  const said = element("TransactionMessage", element("MessageBrief", message));
  return [element("TransactionSuccess", "False"), element("TransactionMessages", said)];
}

function identify({ reference, technicalKey, alternatives }: Case): Xml {
  const others = alternatives.map(({ type, value }) =>
    element(
      "AlternativeReference",
      element("ReferenceType", type),
      element("ReferenceValue", value),
    ),
  );
  return element(
    "ServiceRequestIdentification",
    element("ReferenceValue", reference),
    element("ServiceRequestTechnicalKey", technicalKey),
    element("AlternativeReferences", ...others),
  );
}

/** The visits, newest first: their order is no promise of the receiver's. */
function inspect({ inspection, visits }: Case): Xml {
  const written = visits
    .toReversed()
    .map(({ reference, type, officer, scheduled, comments }) =>
      element(
        "Visit",
        element("ReferenceValue", reference),
        element("VisitTypeCode", type),
        element("OfficerCode", officer),
        element("ScheduledDateOfVisit", scheduled),
        element("Comments", comments),
      ),
    );
  const reference = element("ReferenceValue", inspection);
  return element("InspectionDetails", reference, element("Visits", ...written));
}

function localTimeAt(from: Received, name: string): string {
  const local = floating(textAt(from, name) ?? "");
  if (local) return local;
  throw new SoapFault("Client", `${name} is not a valid dateTime`);
}
