import type { MessageTexts } from "../message-texts.ts";

const contact = "※ 문의: {{organisationName}} (☎ {{contactPhone}}, {{contactEmail}})";
const greeting = "안녕하십니까, {{applicantName}} 님(접수번호 {{applicationNo}}).";

export const koreanTexts: MessageTexts = {
  open: "누리집에서 확인하기",
  bullet: "○",
  linkHelp: "버튼이 보이지 않으면 아래 주소를 열어 주십시오.",
  footer: "선발 누리집에서 자동으로 보낸 발신전용 메일입니다.",
  roles: { administrator: "담당자", reviewer: "평가위원", auditor: "감사 담당자" },
  limitedPlaces: [{ pattern: /한정된 (?:선발 )?인원으로 인하여\s*/g, instead: "" }],
  system: {
    verify_email: {
      subject: "[선발] 전자우편 주소를 확인해 주십시오",
      button: "전자우편 주소 확인하기",
      body: `안녕하십니까, {{name}} 님.

회원가입을 마치시려면 아래 버튼을 눌러 전자우편 주소를 확인해 주십시오.

○ 확인 기한: {{expiresAt}}

본인이 가입하지 않으셨다면 이 메일을 무시해 주십시오. 확인하지 않은 계정은 사용할 수 없습니다.`,
    },
    account_exists: {
      subject: "[선발] 이미 가입된 전자우편 주소입니다",
      button: "로그인하기",
      body: `안녕하십니까, {{name}} 님.

이 전자우편 주소로 회원가입 신청이 있었으나, 이미 가입된 계정이 있어 새 계정을 만들지 않았습니다.

기존 계정으로 로그인해 주십시오. 비밀번호가 기억나지 않으시면 로그인 화면에서 비밀번호를 다시 정하실 수 있습니다.

본인이 신청하지 않으셨다면 별도의 조치는 필요하지 않습니다. 계정에는 아무런 변화가 없습니다.`,
    },
    reset_password: {
      subject: "[선발] 비밀번호 재설정 안내",
      button: "새 비밀번호 정하기",
      body: `안녕하십니까, {{name}} 님.

비밀번호 재설정 신청이 접수되었습니다. 아래 버튼을 눌러 새 비밀번호를 정해 주십시오.

○ 유효 기한: {{expiresAt}} (한 번만 사용할 수 있습니다)

새 비밀번호를 정하시면 모든 기기에서 로그아웃됩니다. 본인이 신청하지 않으셨다면 이 메일을 무시해 주십시오. 비밀번호는 바뀌지 않습니다.`,
    },
    staff_invitation: {
      subject: "[선발] {{academy}} {{role}} 초대",
      button: "초대 수락하기",
      body: `안녕하십니까, {{name}}님.

{{academy}}에서 귀하를 초대하였습니다. 아래 버튼을 눌러 이름과 비밀번호를 정하시면 바로 사용하실 수 있습니다.

○ 역할: {{role}}
○ 초대 유효 기한: {{expiresAt}}

초대받을 이유가 없으시다면 이 메일을 무시해 주십시오.`,
    },
    review_assigned: {
      subject: "[선발] {{cohort}} {{stage}} 평가 배정 안내",
      button: "평가 시작하기",
      body: `안녕하십니까, {{name}} 위원님.

{{cohort}} {{stage}}의 평가 대상이 배정되었습니다.

○ 배정 건수: {{count}}건

서약과 제척·회피 신고를 먼저 마치신 뒤 평가하여 주시기 바랍니다. 지원자의 성명과 학교 등은 표시되지 않습니다.`,
    },
    application_withdrawn: {
      subject: "[{{programmeShort}}] 지원을 취소하였습니다",
      button: "취소 내역 확인하기",
      body: `안녕하십니까, {{applicantName}} 님.

「{{programmeTitle}}」 지원이 취소되었음을 확인해 드립니다.

○ 취소 일시: {{at}}

본인이 취소하지 않으셨다면 곧바로 아래 연락처로 알려 주시기 바랍니다.

${contact}`,
    },
    extension_given: {
      subject: "[{{programmeShort}}] 지원서 제출 기한을 연장하였습니다",
      button: "지원서 열기",
      body: `안녕하십니까, {{applicantName}} 님.

「{{programmeTitle}}」 지원서의 제출 기한을 귀하에 한하여 연장하였음을 안내드립니다.

○ 연장된 마감: {{until}}
○ 사유: {{reason}}

이 시각 전에 서버에 도착한 제출만 인정합니다. 작성하시던 내용은 그대로 있으며, 최종 제출까지 마치셔야 접수됩니다.

${contact}`,
    },
    extension_revoked: {
      subject: "[{{programmeShort}}] 제출 기한 연장을 취소하였습니다",
      button: "지원서 확인하기",
      body: `안녕하십니까, {{applicantName}} 님.

「{{programmeTitle}}」 지원서에 드렸던 제출 기한 연장을 취소하였음을 안내드립니다. 지금까지 제출하신 내용은 그대로 유효합니다.

사실과 다른 점이 있으시면 아래 연락처로 알려 주시기 바랍니다.

${contact}`,
    },
    data_request_answered: {
      subject: "[{{programmeShort}}] 개인정보 요청에 대한 답변 안내",
      button: "답변 확인하기",
      body: `안녕하십니까, {{applicantName}} 님.

「{{programmeTitle}}」에 요청하신 개인정보 정정·삭제·처리정지에 대한 답변이 등록되었습니다. 로그인하신 뒤 ‘내 정보’에서 확인하실 수 있습니다.

답변에 동의하지 않으시면 아래 연락처나 개인정보침해 신고센터(국번 없이 118)로 알려 주시기 바랍니다.

${contact}`,
    },
    seat_lapsed: {
      subject: "[{{programmeShort}}] 등록 기한이 지나 합격이 취소되었습니다",
      button: "처리 내역 확인하기",
      body: `${greeting}

「{{programmeTitle}}」 등록(입교 확인) 기한까지 회신이 없어 합격이 취소되었음을 안내드립니다. 해당 자리는 예비합격자에게 부여됩니다.

기한 안에 등록하셨는데 이 안내를 받으셨다면 아래 연락처로 알려 주시기 바랍니다.

${contact}`,
    },
    seat_cancelled: {
      subject: "[{{programmeShort}}] 합격 취소 안내",
      button: "처리 내역 확인하기",
      body: `${greeting}

「{{programmeTitle}}」 합격이 아래 사유로 취소되었음을 안내드립니다.

○ 사유: {{reason}}

사실과 다른 점이 있으시면 아래 연락처로 알려 주시기 바랍니다.

${contact}`,
    },
    reserve_list_ended: {
      subject: "[{{programmeShort}}] 예비합격자 명부 운영 종료 안내",
      button: "결과 확인하기",
      body: `${greeting}

「{{programmeTitle}}」 예비합격자 명부의 운영이 종료되었음을 안내드립니다. 아쉽게도 이번에는 귀하의 순위까지 자리가 나지 않았습니다.

끝까지 기다려 주셔서 깊이 감사드립니다.

${contact}`,
    },
    result_corrected: {
      subject: "[{{programmeShort}}] 결과 정정 안내",
      button: "정정된 결과 확인하기",
      body: `${greeting}

「{{programmeTitle}}」의 귀하에 대한 결과가 아래 사유로 정정되었음을 안내드립니다.

○ 사유: {{reason}}

정정된 결과는 누리집에서 확인하실 수 있습니다. 불편을 드려 죄송합니다.

${contact}`,
    },
  },
};
