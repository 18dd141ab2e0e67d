import type { ConnectorDefinition } from "../connector.ts";

type Settings = ConnectorDefinition["settings"];

const rest: Settings = {
  auth: { by: "api-key", header: "X-Api-Key" },
  moments: { format: "seconds" },
  // It answers 200 to what it will not take, as many systems do.
  answers: {
    duplicate: [{ path: "$.problem", equals: "already-registered" }],
    refused: [{ when: { path: "$.ok", equals: false }, code: "register-refused" }],
    success: [{ status: "2xx", path: "$.ok", equals: true }],
  },
  create: {
    method: "POST",
    path: "cases",
    headers: { "X-External-Reference": "{reference}" },
    reference: { path: "$.id" },
  },
  note: {
    method: "POST",
    path: "cases/{theirReference}/notes",
    body: { json: { id: "{note.id}", text: "{note.text}", author: "{note.author}" } },
    repeatable: true,
  },
  attach: {
    method: "POST",
    path: "cases/{theirReference}/files",
    headers: { "X-File-Id": "{document.id}" },
    body: { raw: true },
    repeatable: true,
  },
  update: {
    method: "PATCH",
    path: "cases/{theirReference}",
    body: { json: { stage: "{stage}", contact: "{submitter.name}", place: "{location.address}" } },
    repeatable: true,
  },
  find: {
    method: "GET",
    path: "cases",
    query: { externalReference: "{reference}" },
    found: { items: "$.cases[*]", ours: "$.externalReference", reference: "$.id" },
  },
  poll: {
    method: "GET",
    path: "cases",
    query: { changedSince: "{from}", until: "{to}" },
    paging: { by: "cursor", parameter: "cursor", next: "$.next" },
    changes: {
      items: "$.cases[*]",
      reference: "$.id",
      status: ["$.status"],
      changeKey: ["$.version"],
      at: "$.changedAt",
      notes: {
        items: "$.notes[*]",
        key: "$.id",
        text: "$.text",
        author: "$.author",
        visibleWhen: { path: "$.public", equals: true },
      },
    },
  },
};

const soap: Settings = {
  auth: { by: "username-token", password: "digest" },
  namespaces: { r: "urn:guildhall:register" },
  moments: { format: "seconds" },
  answers: {
    duplicate: [{ path: "TransactionMessage", contains: "already registered" }],
    refused: [{ when: { path: "TransactionSuccess", equals: "False" }, code: "register-refused" }],
    success: [{ path: "TransactionSuccess", equals: "True" }],
  },
  create: {
    action: "urn:guildhall:register/CreateCase",
    body: "<r:CreateCase><r:ExternalReference>{reference}</r:ExternalReference><r:Document>{document}</r:Document></r:CreateCase>",
    reference: { path: "CreateCaseResponse/CaseReference" },
  },
  note: {
    action: "urn:guildhall:register/AddNote",
    body: "<r:AddNote><r:CaseReference>{theirReference}</r:CaseReference><r:NoteId>{note.id}</r:NoteId><r:Text>{note.text}</r:Text><r:Author>{note.author}</r:Author></r:AddNote>",
    repeatable: true,
  },
  attach: {
    action: "urn:guildhall:register/AttachFile",
    body: "<r:AttachFile><r:CaseReference>{theirReference}</r:CaseReference><r:FileId>{document.id}</r:FileId><r:Name>{document.name}</r:Name><r:ContentType>{document.contentType}</r:ContentType><r:Content>{document.base64}</r:Content></r:AttachFile>",
    repeatable: true,
  },
  find: {
    action: "urn:guildhall:register/FindCase",
    body: "<r:FindCase><r:ExternalReference>{reference}</r:ExternalReference></r:FindCase>",
    found: { items: "Case", ours: "./ExternalReference", reference: "./CaseReference" },
  },
  poll: {
    action: "urn:guildhall:register/ListChanges",
    body: "<r:ListChanges><r:From>{from}</r:From><r:To>{to}</r:To></r:ListChanges>",
    changes: {
      items: "Case",
      reference: "./CaseReference",
      status: ["./Status"],
      changeKey: ["./Version"],
      at: "./ChangedAt",
      notes: {
        items: "./Note",
        key: "./NoteId",
        text: "./Text",
        author: "./Author",
        visibleWhen: { path: "./Public", equals: "true" },
      },
    },
  },
};

const open311: Settings = { changes: "updates", takesNotes: true, referenceIn: "our_reference" };

/** The settings with which a connector that is configuration only speaks to the register, the simulator for any of them. */
export const registerSettings = { http: rest, soap, open311 } as const;

/** Which door of the register takes connectors of a kind. */
export const registerDoors = { http: "api", soap: "soap", open311: "open311" } as const;
