/** What a form of the way in shows after it was sent. Passwords are never sent back. */
export interface DoorState {
  readonly message: string | null;
  readonly email: string;
  readonly name: string;
  /** It worked, and the next step is a letter. */
  readonly done: boolean;
  /** The password was right, and the address was never confirmed. */
  readonly isUnconfirmed: boolean;
}

export const emptyDoor: DoorState = { message: null, email: '', name: '', done: false, isUnconfirmed: false };
