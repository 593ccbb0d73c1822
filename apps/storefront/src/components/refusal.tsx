import { Notice } from './notice.tsx';

/** Why a form was refused, read out when it appears. */
export function Refusal({ message }: { message: string | null }) {
  return (
    <div role="alert" className="empty:mb-0!">
      {message !== null && (
        <Notice tone="bad">
          <p>{message}</p>
        </Notice>
      )}
    </div>
  );
}
