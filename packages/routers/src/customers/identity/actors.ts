import type { Permission } from '@turing/domain';

/** A signed-in customer. */
export interface CustomerActor {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
  /** When the session began; what is unknown is long ago. */
  readonly signedInAt?: Date;
}

/** An active member of staff: in a session of their own, or through an API token they made. */
export interface StaffActor {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** A role that every shop has, or the id of one of the shop's own. */
  readonly role: string;
  readonly roleName: string;
  /** What they may do now; a token's are among its maker's. */
  readonly permissions: readonly Permission[];
  /** Their role wants a second factor and they have none: until they do they may set it up and nothing else. */
  readonly mustEnrol: boolean;
  readonly hasSecondFactor: boolean;
  /** Null for a token. */
  readonly sessionId: string | null;
  /** Null for a session. */
  readonly tokenId: string | null;
}
