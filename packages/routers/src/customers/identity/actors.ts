/** A signed-in customer. */
export interface CustomerActor {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly emailVerified: boolean;
}

/** A signed-in, active member of staff. The role is a name; `roleAllows` says what it may do. */
export interface StaffActor {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}
