/** What a review's form shows after it was sent. */
export interface ReviewFormState {
  readonly message: string | null;
  readonly saved: boolean;
}

export const untouched: ReviewFormState = { message: null, saved: false };
