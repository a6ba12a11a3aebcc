package io.github.usher.thirdparty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What people do in a wiki, in words that the wiki with Usher and the one without it are told alike. */
final class JspWikiWalk {
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=.hidden.[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=[\"']([^\"']*)[\"']");
    private static final Pattern VALUE = Pattern.compile("value=[\"']([^\"']*)[\"']");
    private static final String FILE = "the file, äöü\r\n".repeat(2_000);

    private final Walk walk;

    JspWikiWalk(Walk walk) {
        this.walk = walk;
    }

    void pages() {
        for (var page : List.of("Main", "Sandbox", "LeftMenu", "SystemInfo", "NotThere")) {
            walk.get("/Wiki.jsp?page=" + page);
            walk.get("/wiki/" + page);
            walk.get("/PageInfo.jsp?page=" + page);
            walk.get("/Edit.jsp?page=" + page);
        }
        List.of("", "/", "/Login.jsp", "/Login.jsp?tab=register", "/LostPassword.jsp", "/Search.jsp?query=main")
                .forEach(walk::get);
    }

    void files(List<String> files) {
        files.forEach(walk::get);
        for (var file : files.subList(0, 8)) {
            for (var method : List.of("HEAD", "OPTIONS")) {
                walk.ask(
                        method + " " + file,
                        visitor -> visitor.send(visitor.request(file).method(method, BodyPublishers.noBody())));
            }
            walk.ask(
                    "download a part of " + file,
                    visitor -> visitor.send(visitor.request(file).header("Range", "bytes=5-20")));
            walk.ask(
                    "GET " + file + ", unchanged",
                    visitor -> visitor.send(
                            visitor.request(file).header("If-Modified-Since", "Tue, 01 Jan 2030 00:00:00 GMT")));
        }
    }

    void wrongTurns() {
        List.of(
                        "/Nope.jsp",
                        "/none",
                        "/WEB-INF/web.xml",
                        "/WEB-INF/jspwiki.properties",
                        "/attach/Main/none.txt",
                        "/attach/",
                        "/Wiki.jsp?page=No/Such",
                        "/Diff.jsp?page=Main&r1=77&r2=78",
                        "/Delete.jsp?page=Main",
                        "/Rename.jsp?page=Main",
                        "/admin/Admin.jsp",
                        "/Group.jsp?group=None",
                        "/Edit.jsp",
                        "/Upload.jsp?page=Main")
                .forEach(walk::get);
        walk.ask(
                "POST a wrong password",
                visitor -> visitor.post("/Login.jsp", "j_username", "x", "j_password", "y", "submitlogin", "Login"));
        walk.ask("POST to a page that is not there", visitor -> visitor.post("/Nope.jsp", "a", "b"));
        walk.ask("POST without a body", visitor -> visitor.post("/Login.jsp"));
    }

    void preferences() {
        walk.ask(
                "POST preferences",
                visitor -> visitor.post(
                        "/UserPreferences.jsp?tab=prefs", "action", "setAssertedName", "assertedName", "Zoë"));
        walk.get("/Search.jsp?query=wiki&go=Go%21");
        walk.get("/rss.jsp");
        walk.get("/Logout.jsp");
    }

    /** A page is written, looked at, given a file and taken apart again; of the file parts are fetched too. */
    void writing() {
        walk.ask("POST a preview", visitor -> edit(visitor, "preview", "Preview"));
        walk.ask("POST a page", visitor -> edit(visitor, "ok", "Save"));
        walk.get("/Wiki.jsp?page=Sandbox");
        walk.get("/Diff.jsp?page=Sandbox&r1=-1&r2=1");
        walk.get("/PageInfo.jsp?page=Sandbox");
        walk.ask("upload notes.txt", JspWikiWalk::upload);
        walk.ask(
                "upload nothing",
                visitor -> visitor.postMultipart("/attach?page=Sandbox&progressid=1", "page", "Sandbox"));
        walk.ask("download notes.txt", visitor -> visitor.get("/attach/Sandbox/notes.txt"));
        walk.ask(
                "download a part of notes.txt",
                visitor -> visitor.send(
                        visitor.request("/attach/Sandbox/notes.txt").header("Range", "bytes=100-")));
        walk.ask(
                "HEAD notes.txt",
                visitor -> visitor.send(
                        visitor.request("/attach/Sandbox/notes.txt").method("HEAD", BodyPublishers.noBody())));
        walk.get("/PageInfo.jsp?page=Sandbox/notes.txt");
    }

    private static Reply edit(Visitor visitor, String button, String words) {
        var fields =
                new ArrayList<>(hidden(visitor.get("/Edit.jsp?page=Sandbox").text()));
        fields.addAll(List.of("_editedtext", "A new text, äöü.", "changenote", "tried", button, words));
        return visitor.post("/Edit.jsp?page=Sandbox", fields.toArray(String[]::new));
    }

    private static List<String> hidden(String page) {
        var fields = new ArrayList<String>();
        HIDDEN.matcher(page).results().forEach(found -> {
            var name = NAME.matcher(found.group());
            if (name.find()) {
                var value = VALUE.matcher(found.group());
                fields.addAll(List.of(name.group(1), value.find() ? value.group(1) : ""));
            }
        });
        return fields;
    }

    private static Reply upload(Visitor visitor) {
        var body = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"page\"",
                "",
                "Sandbox",
                "--b",
                "Content-Disposition: form-data; name=\"action\"",
                "",
                "upload",
                "--b",
                "Content-Disposition: form-data; name=\"content\"; filename=\"notes.txt\"",
                "Content-Type: text/plain",
                "",
                FILE,
                "--b--",
                "");
        return visitor.post(
                "/attach?page=Sandbox&progressid=1", "multipart/form-data; boundary=b", body.getBytes(ISO_8859_1));
    }
}
