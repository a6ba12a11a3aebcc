<%@ page language="java" contentType="text/html; charset=Shift_JIS" import="java.util.*" %>
<%@ include file="head.jspf" %>
<%
  // 2004/03/11 山田
  String err = (String) request.getAttribute("err");
  String mail = request.getParameter("mail") == null ? "" : request.getParameter("mail");
%>
<HTML>
<HEAD><TITLE>お問い合わせ</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF <% if (err != null) { %>onLoad="alert('<%= err %>')"<% } %>>
<FORM NAME=search ACTION="<%= request.getContextPath() %>/search.do"><INPUT NAME=q SIZE=10><INPUT TYPE=SUBMIT VALUE="検索"></FORM>
<CENTER><FONT SIZE=+1>お問い合わせフォーム</FONT></CENTER>
<TABLE BORDER=1 CELLPADDING=3>
<FORM ACTION="<%=request.getContextPath()%>/inquiry.do" METHOD=POST onSubmit="return check(this, '<%= mail %>')">
<INPUT TYPE=HIDDEN NAME=cmd VALUE="<%= "confirm" %>">
<TR><TD NOWRAP>会社名<FONT COLOR=red>※</FONT><TD><INPUT TYPE=TEXT NAME=kaisha SIZE=40 VALUE="<%= request.getParameter("kaisha") != null ? request.getParameter("kaisha") : "" %>">
<TR><TD NOWRAP>お名前<FONT COLOR=red>※</FONT><TD>姓 <INPUT NAME=sei SIZE=10> 名 <INPUT NAME=mei SIZE=10>
<TR><TD NOWRAP>メールアドレス<TD><INPUT NAME=mail SIZE=40 VALUE="<%= mail %>" <% if (err != null) { out.print("STYLE=\"background:#fcc\""); } %>>
<TR><TD NOWRAP>電話番号<TD><INPUT NAME=tel1 SIZE=4 MAXLENGTH=5>-<INPUT NAME=tel2 SIZE=4 MAXLENGTH=4>-<INPUT NAME=tel3 SIZE=4 MAXLENGTH=4>
<TR><TD NOWRAP>郵便番号<TD><FORM><INPUT NAME=zip SIZE=8></TD>
<TR><TD NOWRAP>ご住所<TD><INPUT NAME=jusho SIZE=60>
<TR><TD NOWRAP>お問い合わせ種別<TD><SELECT NAME=shubetsu><% for (int i = 0; i < 3; i++) { out.println("<OPTION VALUE=\"" + i + "\">種別" + i); } %></SELECT>
<TR><TD NOWRAP>内容<TD><TEXTAREA NAME=naiyo ROWS=5 COLS=50><%= request.getParameter("naiyo") %></TEXTAREA>
<TR><TD COLSPAN=2 ALIGN=CENTER><INPUT TYPE=SUBMIT VALUE="確認画面へ">
</FORM>
</TABLE>
</BODY>
</HTML>
