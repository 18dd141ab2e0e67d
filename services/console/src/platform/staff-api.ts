import { CurrentPerson } from "@guildhall/contract";
import { ask, getCurrentPerson } from "@guildhall/sdk";
import { caseworkApi } from "../casework/api.ts";
import { accessApi } from "./access-api.ts";
import { agreementsApi } from "./agreements-api.ts";
import { assistApi } from "./assist-api.ts";
import { auditApi } from "./audit-api.ts";
import { brandsApi } from "./brands-api.ts";
import { callsApi } from "./calls-api.ts";
import type { ClientFor } from "./clients.ts";
import { connectionsApi } from "./connections-api.ts";
import { cookbookApi } from "./cookbook-api.ts";
import { councilsApi } from "./councils-api.ts";
import { alarmsApi, deliveriesApi } from "./deliveries-api.ts";
import { documentsApi } from "./documents-api.ts";
import { endingApi } from "./ending-api.ts";
import { feedbackApi } from "./feedback-api.ts";
import { folderApi } from "./folder-api.ts";
import { informationApi } from "./information-api.ts";
import { keysApi } from "./keys-api.ts";
import { mappingsApi } from "./mappings-api.ts";
import { peopleApi } from "./people-api.ts";
import { previewsApi } from "./previews-api.ts";
import { processApi } from "./process-api.ts";
import { publishingApi } from "./publishing-api.ts";
import { questionsApi } from "./questions-api.ts";
import { serviceDraftsApi } from "./service-drafts-api.ts";
import { servicesApi } from "./services-api.ts";
import { statusesApi } from "./statuses-api.ts";
import { tryingApi } from "./trying-api.ts";
import { webhooksApi } from "./webhooks-api.ts";
import { workApi } from "./work-api.ts";

/**
 * What a member of staff does, each call in their own name with their own token.
 *
 * @throws Refused, each of them
 */
export function createStaffApi(clientFor: ClientFor, tenant: string, token: string) {
  const as = { client: clientFor(tenant), auth: token };
  return {
    current: () => ask(getCurrentPerson(as), CurrentPerson),
    ...caseworkApi(as),
    ...accessApi(as),
    ...agreementsApi(as, clientFor),
    ...keysApi(as),
    ...peopleApi(as),
    ...mappingsApi(as),
    ...webhooksApi(as),
    ...callsApi(as),
    ...workApi(as),
    ...auditApi(as),
    ...statusesApi(as),
    ...brandsApi(as),
    ...connectionsApi(as),
    ...deliveriesApi(as),
    ...alarmsApi(as),
    ...informationApi(as),
    ...documentsApi(as),
    ...feedbackApi(as),
    ...assistApi(as),
    ...previewsApi(as),
    ...serviceDraftsApi(as),
    ...questionsApi(as),
    ...tryingApi(as),
    ...servicesApi(as),
    ...publishingApi(as),
    ...processApi(as),
    ...cookbookApi(as),
    ...folderApi(as),
    ...endingApi(as),
    ...councilsApi(as),
  };
}
export type StaffApi = ReturnType<typeof createStaffApi>;
