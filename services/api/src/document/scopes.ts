import { KeyScope, type Scope } from "@guildhall/contract";

/**
 * The scope that each operation asks for, as the document says it.
 *
 * The verbs decide; a test asks every operation with and without its scope.
 */
const operationsOfScope: Readonly<Partial<Record<Scope, readonly string[]>>> = {
  "drafts:write": [
    "getDraft",
    "saveDraft",
    "keepDraft",
    "moveDraft",
    "removeDraft",
    "detachDocument",
    "attachDocument",
    "labelDocument",
    "answerInformationRequest",
    "actUnderAgreement",
  ],
  "processes:read": [
    "listProcesses",
    "searchCases",
    "viewCase",
    "getProcess",
    "listPayments",
    "listInformationRequests",
    "openInformationRequest",
    "sayNotFixed",
    "rateProcess",
  ],
  "processes:write": ["startProcess", "startPayment"],
  "documents:read": [
    "listDocuments",
    "getDocument",
    "attachCitizenDocument",
    "getThumbnail",
    "getContainer",
    "readAnswers",
  ],
  "notes:read": ["listNotes", "addCitizenNote"],
  "notes:write": ["addNote", "countContact", "askForInformation", "withdrawInformationRequest"],
  "tasks:read": ["getFigures", "getWorkload", "listTasks", "listAllTasks", "getTask", "listTeams"],
  "tasks:write": [
    "allocateTeam",
    "updateTask",
    "completeTask",
    "assignTask",
    "bulkTasks",
    "correctAnswer",
    "mergeProcess",
    "updateContainer",
  ],
  "events:read": ["listEvents", "listPublicEvents"],
  "messages:read": ["listMessages", "getMessage"],
  "messages:write": ["addReceipt", "addNotifyReceipt"],
  "deliveries:read": [
    "listDeliveries",
    "getDelivery",
    "listDeliveryGroups",
    "readDeliveryContents",
    "compareDelivery",
    "getLedger",
    "previewReplay",
    "listReplays",
    "getReplay",
    "listAlarms",
  ],
  "deliveries:write": [
    "retryDelivery",
    "handleDelivery",
    "handOverDelivery",
    "beginReplay",
    "acknowledgeAlarm",
  ],
  "services:read": [
    "getServiceDefinition",
    "listFeedback",
    "listFeedbackCounts",
    "getChasing",
    "listRatings",
    "getRatingSummary",
    "listPreviews",
    "getPreview",
    "listPreviewComments",
    "listRecipes",
    "getRecipe",
    "getRecipeFlow",
    "exportRecipe",
    "listAdoptions",
    "getAdoption",
    "previewRecipeUpgrade",
    "sketchRecipe",
    "listTargets",
    "getTarget",
    "listTargetFields",
    "listServiceDrafts",
    "getServiceDraft",
    "listMappingLines",
    "previewMapping",
    "listMappingSources",
    "matchMappingOptions",
    "listDraftRevisions",
    "getDraftDifferences",
    "getDraftReadiness",
    "getDraftFlow",
    "listServicePatterns",
    "listStepKinds",
    "listDraftStatuses",
    "getDraftUses",
    "getDraftConditions",
    "readCondition",
    "readOutline",
    "listDraftMessages",
    "previewMessage",
    "listServiceOverviews",
    "listServiceVersions",
    "getServiceVersion",
    "getDryRun",
    "getScenarioRun",
    "exportFolder",
    "exportService",
    "getFolderImport",
  ],
  "services:write": [
    "publishService",
    "withdrawService",
    "dryRunService",
    "runScenarios",
    "dealWithFeedback",
    "sharePreview",
    "endPreview",
    "dealWithPreviewComment",
    "shareRecipe",
    "importRecipe",
    "adoptRecipe",
    "confirmRecipePart",
    "upgradeRecipe",
    "addTarget",
    "replaceTarget",
    "removeTarget",
    "beginServiceDraft",
    "replaceServiceDraft",
    "discardServiceDraft",
    "editServiceDraft",
    "undoServiceDraft",
    "takeInLive",
    "publishServiceDraft",
    "unscheduleServiceDraft",
    "endService",
    "planFolderImport",
    "approveFolderImport",
  ],
  "connectors:read": [
    "getHealth",
    "listConnectors",
    "getConnector",
    "getCoverage",
    "getDrift",
    "listLiveTargets",
    "getLiveTarget",
    "listLiveTargetFields",
  ],
  "connectors:write": ["putConnector", "setConnectorCredential", "lookForDrift"],
  "subscriptions:read": ["listSubscriptions", "getSubscription", "listSubscriptionDeliveries"],
  "subscriptions:write": [
    "addSubscription",
    "changeSubscription",
    "removeSubscription",
    "rotateSubscription",
    "pingSubscription",
    "replaySubscriptionDelivery",
    "replaySubscription",
  ],
  "keys:read": ["listKeys", "getKey", "listSigningKeys", "listAccessRequests", "getAccessRequest"],
  "keys:write": [
    "issueKey",
    "revokeKey",
    "changeKey",
    "rotateKey",
    "rotateSigningKeys",
    "revokeSigningKey",
    "approveAccessRequest",
    "refuseAccessRequest",
    "endTestKey",
    "revokeGrants",
  ],
  "people:read": ["listPeople", "getPerson", "getSignInCredential"],
  "people:write": [
    "addPerson",
    "changePerson",
    "removePerson",
    "endSessions",
    "setSignInCredential",
  ],
  "agreements:read": ["listAgreements", "getAgreement"],
  "agreements:write": ["proposeAgreement", "approveAgreement", "endAgreement"],
  "calls:read": ["listCalls", "countCalls"],
  "audit:read": ["listAudit", "takeAuditCheckpoint", "verifyAudit"],
  "platform:read": [
    "listTenantHealth",
    "listRecipeDeadlines",
    "listRunTenants",
    "getTenantReadiness",
  ],
  "platform:write": [
    "requireRecipe",
    "requireRecipeNoMore",
    "createTenant",
    "checkNewTenant",
    "testConnection",
    "runTenantScenarios",
  ],
};

const scopes: ReadonlyMap<string, string> = new Map(
  Object.entries(operationsOfScope).flatMap(([scope, operations]) =>
    operations.map((operation) => [operation, scope] as const),
  ),
);

interface Described {
  operationId?: string;
  security?: object[];
  "x-required-scope"?: string;
}

/** Say of each operation which scope it asks for, and of those that no client can have that only tokens open them. */
export function sayScopes<T extends { paths?: object }>(document: T): T {
  const operations = Object.values(document.paths ?? {}).flatMap(
    (methods: Readonly<Record<string, Described>>) => Object.values(methods),
  );
  for (const operation of operations) {
    const scope = scopes.get(operation.operationId ?? "");
    if (scope === undefined) continue;
    operation["x-required-scope"] = scope;
    const bearer = { bearer: [] };
    const isForKeys = KeyScope.safeParse(scope).success;
    operation.security = isForKeys ? [bearer, { oauth2: [scope] }] : [bearer];
  }
  return document;
}
