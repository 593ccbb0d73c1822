import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';

export function StepProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
      {problem}
    </Alert>
  );
}
