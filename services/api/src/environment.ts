import type { ProblemCode, TenantDefinition } from "@guildhall/contract";
import type {
  AskOffice,
  Authenticator,
  Caller,
  CallLog,
  Context,
  DryRunDesk,
  Exchange,
  Ground,
  MayCall,
  Mending,
  OnboardingDesk,
  PaymentDesk,
  PlaceDesk,
  SandboxFor,
  SignInDesk,
  TargetDesk,
  ViewLog,
} from "@guildhall/domain";
import type { ApiKey } from "@guildhall/keys";
import type { KeyOwner } from "@guildhall/store";
import type { LimitSettings, LimitState } from "./limit.ts";
import type { Live } from "./live.ts";
import type { Form } from "./open311/form-fields.ts";

export type { Caller } from "@guildhall/domain";

/** What the API's middleware leaves for its routes. */
export interface ApiEnv {
  Bindings: { readonly caller?: Caller | undefined };
  Variables: {
    ground: Ground;
    ctx: Context;
    /** What the caller shows, when it shows anything. */
    credential: string | undefined;
    /** That credential taken apart, where it is an API key. */
    apiKey: ApiKey | undefined;
    /** The id of the key of this tenant that asks for an access token, whether or not it can have one. */
    client: string | undefined;
    /** Whether what the caller shows was found to be good. */
    isKnown: boolean | undefined;
    /** The id that a signed write came with; it names the request, as an Idempotency-Key would. */
    signedId: string | undefined;
    /** How much of its limit the caller has left. */
    limit: LimitState | undefined;
    /** The body's bytes as a digest, where there was one. */
    bodyDigest: string;
    /** What an Open311 client sent. */
    form: Form | undefined;
    /** Where looks at tracking pages are counted. */
    views: Pick<ViewLog, "record">;
    /** What the request was refused with. */
    problem: ProblemCode | undefined;
    /** What the caller can quote of this request, and the log names it by. */
    requestId: string;
  };
}

export interface ApiDeps {
  readonly publicUrl: string;
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Whose API key this is, by its id; asking opens no tenant's database. */
  ownerOf(keyId: string): Promise<KeyOwner | undefined>;
  readonly identify: Authenticator;
  /** Gives access tokens to OAuth 2 clients. */
  readonly exchange: Exchange;
  readonly limits: LimitSettings;
  /** All tenants, as the directory has them. */
  listTenants(): Promise<readonly TenantDefinition[]>;
  /** Where calls are noted. */
  readonly calls: Pick<CallLog, "record">;
  /** Where looks at tracking pages are counted. */
  readonly views: Pick<ViewLog, "record">;
  readonly files: FileStorage;
  /** Where open pages wait for changes. */
  readonly live: Live;
  readonly payments: PaymentDesk;
  /** Where addresses and maps are looked up. */
  readonly places: PlaceDesk;
  /** Where staff sign in and out. */
  readonly signIns: SignInDesk;
  /** Where tenants are taken on. */
  readonly onboarding: OnboardingDesk;
  readonly sandboxFor: SandboxFor;
  /** Whether this installation may call an address that a subscriber gives. */
  readonly mayCall: MayCall;
  /** What mending deliveries needs of the outside: how they would be written, and who can be asked. */
  readonly mending: Mending;
  /** Asks a back office what it takes now. */
  readonly askOffice: AskOffice;
  /** Where descriptions of what receivers take are read. */
  readonly targets: TargetDesk;
  /** Where samples go round the circle. */
  readonly dryRuns: DryRunDesk;
  /** The folder of the guides that the documentation shows. */
  readonly guides: string;
  /** Called with what was not foreseen, for the log; the caller is told nothing of it. */
  readonly reportFault: (error: unknown, requestId: string) => void;
}

/** What the routes under `/v1` are made with. */
export type V1Deps = Pick<
  ApiDeps,
  | "askOffice"
  | "dryRuns"
  | "files"
  | "live"
  | "payments"
  | "places"
  | "mayCall"
  | "mending"
  | "onboarding"
  | "sandboxFor"
  | "signIns"
  | "targets"
  | "reportFault"
>;

/** Where the bytes of documents lie, each encrypted under a key of its own. */
export interface FileStorage {
  receive(request: Request, room: { maxBytes: number }): Promise<ReceivedUpload>;
  read(storage: string, key: string): Promise<ReadableStream<Uint8Array>>;
  remove(storage: string): Promise<void>;
  /** Keep a small picture of a file beside it, and tell where; undefined where there can be none. */
  shrink(storage: string, key: string): Promise<string | undefined>;
  /** Have a file looked at for malware as soon as there is room; left out where nothing looks. */
  readonly look?: ((tenant: string, document: string) => void) | undefined;
}

export interface ReceivedUpload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storage: string;
  readonly key: string;
  readonly question?: string | undefined;
  readonly label?: string | undefined;
}
