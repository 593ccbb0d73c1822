'use client';

import { Avatar, Badge, Text } from '@mantine/core';
import { Ago } from '../../components/moment.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { MemberMenu } from './member-menu.tsx';
import type { Member } from './staff.ts';
import classes from './staff.module.css';

interface MemberRowProps {
  readonly member: Member;
  readonly onShow: () => void;
}

export function MemberRow({ member, onShow }: MemberRowProps) {
  const isMe = useStaff().id === member.id;
  return (
    <div className={classes.row} data-inactive={!member.active || undefined}>
      <Avatar name={member.name} color={member.active ? 'brand' : 'gray'} size={38} radius="md" aria-hidden />
      <div className={classes.who}>
        <Text size="sm" fw={500} truncate>
          {member.name}
          {isMe && ' (you)'}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {member.email}
        </Text>
      </div>
      <div className={classes.facts}>
        <Badge color="gray">{member.roleName}</Badge>
        {member.hasSecondFactor && <Badge color="teal">Second factor</Badge>}
        {!member.active && <Badge color="red">Deactivated</Badge>}
      </div>
      <Text size="xs" c="dimmed" className={classes.seen} component="div">
        {member.lastSeenAt === null ? 'Never here' : <Ago at={member.lastSeenAt} />}
      </Text>
      <MemberMenu member={member} onShow={onShow} />
    </div>
  );
}
