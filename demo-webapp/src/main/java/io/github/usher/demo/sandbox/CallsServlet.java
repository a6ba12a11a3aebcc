package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /calls.json}: what the control page shows of the calls, for scripts and tests. */
public final class CallsServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        for (Call call : Sandbox.of(getServletContext()).calls()) {
            calls.addObject()
                    .put("number", call.number())
                    .put("at", call.at().toString())
                    .put("address", call.address())
                    .put("body", call.body())
                    .put("answer", call.answer());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print(calls);
    }
}
